package phoneseller.testing;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;

/** Calls by which time or randomness would come out of nowhere. */
final class AskTheClockOrTheDice extends ArchCondition<JavaClass> {

  private static final Set<String> CALLS =
      Set.of(
          "java.time.Instant.now",
          "java.time.LocalDate.now",
          "java.time.LocalDateTime.now",
          "java.time.OffsetDateTime.now",
          "java.time.ZonedDateTime.now",
          "java.time.Clock.systemUTC",
          "java.time.Clock.systemDefaultZone",
          "java.lang.System.currentTimeMillis",
          "java.lang.System.nanoTime",
          "java.lang.Math.random",
          "java.util.UUID.randomUUID",
          "java.util.concurrent.ThreadLocalRandom.current");

  AskTheClockOrTheDice() {
    super("ask the clock or throw dice");
  }

  @Override
  public void check(JavaClass item, ConditionEvents events) {
    for (var call : item.getMethodCallsFromSelf()) {
      var name = call.getTargetOwner().getName() + "." + call.getName();
      if (CALLS.contains(name)) {
        events.add(SimpleConditionEvent.satisfied(call, call.getDescription()));
      }
    }
    for (var call : item.getConstructorCallsFromSelf()) {
      if (call.getTargetOwner().isAssignableTo(java.util.Random.class)) {
        events.add(SimpleConditionEvent.satisfied(call, call.getDescription()));
      }
    }
  }
}
