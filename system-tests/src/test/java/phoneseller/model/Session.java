package phoneseller.model;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;

/**
 * Lets a use case do exactly one more step. It is run from its beginning; the steps that it has
 * done before give again what they gave then, and at the step after the new one it is stopped.
 */
final class Session {

  /** The use case stops before its next step. */
  static final class Pause extends Error {
    private static final long serialVersionUID = 1;
    private final transient Run.Next next;

    Pause(Run.Next next) {
      super("", null, false, false);
      this.next = next;
    }
  }

  /** Somebody has stored the same row meanwhile. */
  static final class RaceLost extends RuntimeException {
    private static final long serialVersionUID = 1;

    RaceLost() {
      super("", null, false, false);
    }
  }

  /** What a step has given that gave no value. */
  private enum Mark {
    NOTHING,
    RACE_LOST
  }

  private @Nullable World world;
  private Iterator<Object> past = List.<Object>of().iterator();
  private List<Object> given = new ArrayList<>();
  private Function<World, Object> answer = _ -> Mark.NOTHING;
  private boolean taken;
  private boolean inside;

  World world() {
    if (world == null) {
      throw new IllegalStateException("no step is under way");
    }
    return world;
  }

  /** Where the script stands after one more step; null once it has ended. */
  @Nullable Run step(
      World now, List<Object> before, Function<World, Object> outside, Runnable script) {
    world = now;
    past = before.iterator();
    given = new ArrayList<>(before);
    answer = outside;
    taken = false;
    inside = false;
    try {
      script.run();
      return null;
    } catch (Pause pause) {
      return new Run(List.copyOf(given), pause.next);
    }
  }

  /** One commit, whatever it is made of: all of it or nothing. */
  @Nullable Object commit(MethodInvocation work) throws Throwable {
    if (inside) {
      return work.proceed();
    }
    if (past.hasNext()) {
      return again();
    }
    begin(Run.Next.OWN_STEP);
    var before = world().copy();
    inside = true;
    try {
      var gift = work.proceed();
      given.add(gift == null ? Mark.NOTHING : gift);
      return gift;
    } catch (RuntimeException e) {
      world().become(before);
      if (e instanceof RaceLost) {
        given.add(Mark.RACE_LOST);
      }
      throw e;
    } finally {
      inside = false;
    }
  }

  /** A read or write; a step by itself where no commit is under way. */
  @SuppressWarnings("unchecked")
  <T> T touch(Supplier<T> work) {
    if (inside) {
      return work.get();
    }
    if (past.hasNext()) {
      return (T) Objects.requireNonNull(again());
    }
    begin(Run.Next.OWN_STEP);
    var gift = work.get();
    given.add(gift);
    return gift;
  }

  /** A call of somebody else; what comes of it the action decides. */
  <T> T call(Class<T> type, Run.Kind kind, @Nullable Object argument) {
    if (inside) {
      throw new AssertionError(kind + " inside a transaction");
    }
    if (past.hasNext()) {
      return type.cast(Objects.requireNonNull(again()));
    }
    begin(new Run.Next(kind, argument));
    var gift = answer.apply(world());
    given.add(gift);
    return type.cast(gift);
  }

  private void begin(Run.Next next) {
    if (taken) {
      throw new Pause(next);
    }
    taken = true;
  }

  private @Nullable Object again() {
    var before = past.next();
    if (before == Mark.RACE_LOST) {
      throw new RaceLost();
    }
    return before == Mark.NOTHING ? null : before;
  }
}
