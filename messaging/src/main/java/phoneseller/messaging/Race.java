package phoneseller.messaging;

import java.util.function.Supplier;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;

/** Repeats work that lost a race against another writer of the same rows. */
public final class Race {

  private static final int ATTEMPTS = 10;

  private Race() {}

  /** Runs the work, which opens its own transaction, until it has won or lost ten times. */
  public static <T> T untilWon(Supplier<T> work) {
    for (int attempt = 1; ; attempt++) {
      try {
        return work.get();
      } catch (ConcurrencyFailureException | DuplicateKeyException e) {
        if (attempt == ATTEMPTS) {
          throw e;
        }
      }
    }
  }
}
