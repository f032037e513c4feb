package phoneseller.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a script stands: what its steps have given so far, from which it can be brought to the same
 * place again, and what it does next. A crash forgets it.
 */
record Run(List<Object> given, Next next) {

  enum Kind {
    /** A read or a commit of its own. */
    OWN_STEP,
    ASK_PAY,
    AWAIT_PAY,
    CHARGE,
    REFUND,
    TAKE_POINTS_BACK,
    GIVE_POINTS_BACK
  }

  record Next(Kind kind, @Nullable Object argument) {
    static final Next OWN_STEP = new Next(Kind.OWN_STEP, null);
  }

  Run awaiting() {
    return new Run(given, new Next(Kind.AWAIT_PAY, null));
  }
}
