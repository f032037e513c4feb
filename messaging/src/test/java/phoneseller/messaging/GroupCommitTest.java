package phoneseller.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.transaction.CannotCreateTransactionException;
import phoneseller.http.Correlation;

class GroupCommitTest {

  private LongConsumer within = _ -> {};
  private final GroupedCalls calls =
      new GroupedCalls(id -> within.accept(id), Duration.ofMinutes(1));

  @AfterEach
  void close() {
    calls.close();
  }

  @Test
  void aCallAloneHasItsOwnCommit() {
    assertThat(calls.notes.write(7)).isEqualTo(7);

    assertThat(calls.rows()).containsExactly(7L);
    assertThat(calls.commits()).isEqualTo(1);
  }

  @Test
  void callsThatComeDuringACommitShareTheNext() throws Exception {
    var others = calls.meeting(1, 2, 3, 4, 5);

    assertThat(results(others)).containsExactly(1L, 2L, 3L, 4L, 5L);
    assertThat(calls.rows()).containsExactly(0L, 1L, 2L, 3L, 4L, 5L);
    assertThat(calls.commits()).isEqualTo(2);
  }

  @Test
  void behindACommitThatWasSharedOthersAreLetCome() throws Exception {
    results(calls.meeting(1, 2));

    assertThat(results(calls.together(3, 4))).containsExactly(3L, 4L);
    assertThat(calls.commits()).isEqualTo(3);
  }

  @Test
  void noCallReturnsBeforeItsCommit() throws Exception {
    var returned = new AtomicInteger();
    calls.beforeEachCommit(() -> returned.set(calls.returned()));

    assertThat(results(calls.meeting(1, 2, 3))).hasSize(3);

    assertThat(returned)
        .as("as the last commit began")
        .satisfies(count -> assertThat(count.get()).isLessThanOrEqualTo(1));
  }

  @Test
  void oneThatFailsTakesNoOtherWithIt() throws Exception {
    within =
        id -> {
          if (id == 2) {
            throw new IllegalStateException("not this one");
          }
        };

    var others = calls.meeting(1, 2, 3);

    assertThat(results(List.of(others.get(0), others.get(2)))).containsExactly(1L, 3L);
    assertThatThrownBy(() -> others.get(1).get())
        .isInstanceOf(ExecutionException.class)
        .hasRootCauseMessage("not this one");
    assertThat(calls.rows()).containsExactly(0L, 1L, 3L);
  }

  @Test
  void twoThatWantTheSameRowAreTriedAloneAndOneHasIt() {
    var others = calls.meeting(1, 1, 2);

    assertThat(others.stream().map(GroupCommitTest::outcome))
        .containsExactlyInAnyOrder("1", "DuplicateKeyException", "2");
    assertThat(calls.rows()).containsExactly(0L, 1L, 2L);
  }

  @Test
  void aLostRaceOfOneIsRepeatedByNobodyElse() throws Exception {
    Map<Long, Integer> runs = new ConcurrentHashMap<>();
    within =
        id -> {
          if (runs.merge(id, 1, Integer::sum) <= 2 && id == 2) {
            throw new OptimisticLockingFailureException("changed meanwhile");
          }
        };

    var others = calls.meeting(1, 2, 3);

    assertThat(results(List.of(others.get(0), others.get(2)))).containsExactly(1L, 3L);
    assertThatThrownBy(() -> others.get(1).get())
        .hasCauseInstanceOf(OptimisticLockingFailureException.class);
    assertThat(runs).containsEntry(2L, 2);
  }

  @Test
  void aCommitWhoseOutcomeIsUnknownIsToldToAllAndRepeatedForNone() {
    var commits = new AtomicInteger();
    calls.beforeEachCommit(() -> {
      if (commits.incrementAndGet() == 2) {
        throw new CommitOutcomeUnknown(new IllegalStateException("the line is cut"));
      }
    });

    var others = calls.meeting(1, 2, 3);

    assertThat(others)
        .allSatisfy(
            call -> assertThatThrownBy(call::get).hasCauseInstanceOf(CommitOutcomeUnknown.class));
    assertThat(commits).hasValue(2);
  }

  @Test
  void aDatabaseThatIsAwayIsToldToAllAndAskedOnce() {
    var asked = new AtomicInteger();
    within =
        id -> {
          if (id > 0) {
            asked.incrementAndGet();
            throw new DataAccessResourceFailureException("away");
          }
        };

    var others = calls.meeting(1, 2, 3);

    assertThat(others)
        .allSatisfy(call ->
            assertThatThrownBy(call::get)
                .hasCauseInstanceOf(DataAccessResourceFailureException.class));
    assertThat(asked).hasValue(1);
  }

  @Test
  void whoIsNotBegunInTimeIsRefusedAndNothingOfItIsStored() throws Exception {
    try (var impatient = new GroupedCalls(_ -> {}, Duration.ofMillis(50))) {
      var first = impatient.begin();

      assertThatThrownBy(() -> impatient.call(1).get())
          .hasCauseInstanceOf(CannotCreateTransactionException.class);

      impatient.letTheFirstGoOn();
      assertThat(first.get()).isZero();
      assertThat(impatient.notes.write(2)).isEqualTo(2);
      assertThat(impatient.rows()).containsExactly(0L, 2L);
    }
  }

  @Test
  void eachCallRunsUnderItsOwnCorrelation() throws Exception {
    Map<Long, String> seen = new ConcurrentHashMap<>();
    within = id -> seen.put(id, Correlation.current().id());

    var others = calls.meeting(1, 2);

    assertThat(results(others)).hasSize(2);
    assertThat(seen.values()).hasSize(3).doesNotHaveDuplicates();
  }

  private static String outcome(Future<Long> call) {
    try {
      return call.get().toString();
    } catch (ExecutionException | InterruptedException e) {
      return Objects.requireNonNull(e.getCause()).getClass().getSimpleName();
    }
  }

  private static List<Long> results(List<Future<Long>> calls) throws Exception {
    var results = new ArrayList<Long>();
    for (var call : calls) {
      results.add(call.get());
    }
    return results;
  }
}
