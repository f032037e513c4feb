package phoneseller.pay.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.web.client.RestClient;
import phoneseller.http.RetryBudget;
import phoneseller.pay.RewardStub;

class RewardWatchTest {

  private static final Duration WITHIN = Duration.ofSeconds(2);
  private static final Duration SLOW_FROM = Duration.ofMillis(600);
  private static final int WELL_AFTER = 3;
  private static final BreakerSettings BREAKER =
      new BreakerSettings(10, 5, 50, Duration.ofMillis(100), 2);
  private static final WatchSettings SETTINGS =
      new WatchSettings(
          Duration.ofMillis(50), WITHIN, SLOW_FROM, WELL_AFTER, Duration.ofSeconds(60), BREAKER);

  private final RewardStub reward = new RewardStub();
  private final CircuitBreaker load =
      CircuitBreaker.of("load", BREAKER.config(SETTINGS.slowFrom()));
  private final CircuitBreaker points = CircuitBreaker.of("points", BREAKER.config(WITHIN));
  private final AtomicInteger returns = new AtomicInteger();
  private Instant now = Instant.parse("2026-11-22T12:00:00Z");
  private final RewardWatch watch =
      new RewardWatch(
          RewardConfiguration.client(
              RestClient.builder(),
              RewardConfiguration.http(WITHIN, WITHIN, 1),
              new RewardAddress(URI.create(reward.address())),
              (request, body, execution) -> execution.execute(request, body),
              new RetryBudget(10, 0.1)),
          load,
          points,
          returns::incrementAndGet,
          () -> now,
          SETTINGS);

  @AfterEach
  void stop() {
    reward.close();
  }

  private void look(int times) {
    for (int i = 0; i < times; i++) {
      watch.look();
    }
  }

  private boolean refuses() {
    return watch.refusal(now).isPresent();
  }

  @Test
  void aRewardThatTurnsCallersAwayIsOverloaded() {
    look(3);
    assertThat(refuses()).isFalse();
    reward.loadAnswers(429);
    look(5);

    assertThat(refuses()).isTrue();
    reward.loadAnswers(200);
    await()
        .atMost(Duration.ofSeconds(10))
        .until(() -> {
          look(1);
          return !refuses();
        });
    assertThat(load.getState()).isEqualTo(State.CLOSED);
  }

  @Test
  void aSlowRewardIsOverloaded() {
    look(WELL_AFTER);
    reward.loadTakes(SLOW_FROM.plusMillis(50));
    look(5);

    assertThat(refuses()).isTrue();
  }

  @Test
  void aRewardThatDoesNotAnswerInTimeIsOverloaded() {
    look(WELL_AFTER);
    reward.loadTakes(WITHIN.plusSeconds(1));
    look(5);

    assertThat(refuses()).isTrue();
  }

  @Test
  void aRewardThatIsDownIsNotOverloaded() {
    reward.down();
    look(20);

    assertThat(refuses()).isFalse();
    assertThat(watch.isReachable()).isFalse();
    reward.up();
    look(1);
    assertThat(watch.isReachable()).isTrue();
    assertThat(returns).hasValue(1);
  }

  @Test
  void goingDownEndsARefusal() {
    look(WELL_AFTER);
    reward.loadAnswers(503);
    look(5);
    assertThat(refuses()).isTrue();

    reward.down();
    await()
        .atMost(Duration.ofSeconds(10))
        .until(() -> {
          look(1);
          return !refuses();
        });
  }

  @Test
  void aRefusalEndsAfterAMinuteUntilRewardHasRecoveredOnce() {
    look(WELL_AFTER);
    reward.loadAnswers(503);
    look(5);
    now = now.plusSeconds(60);
    assertThat(refuses()).isTrue();
    now = now.plusSeconds(1);
    assertThat(refuses()).isFalse();
    await()
        .atMost(Duration.ofSeconds(10))
        .until(() -> {
          look(1);
          return load.getState() == State.HALF_OPEN;
        });
    look(5);
    assertThat(refuses()).isFalse();

    reward.loadAnswers(200);
    await()
        .atMost(Duration.ofSeconds(10))
        .until(() -> {
          look(1);
          return load.getState() == State.CLOSED;
        });
    look(WELL_AFTER);
    reward.loadAnswers(503);
    look(10);
    assertThat(refuses()).isTrue();
  }

  @Test
  void aReturnClosesTheBreakerOfThePoints() {
    reward.down();
    look(1);
    points.transitionToOpenState();
    reward.up();
    look(1);

    assertThat(points.getState()).isEqualTo(State.CLOSED);
  }

  @Test
  void probesThatFailBeginNoSecondMinute() {
    look(WELL_AFTER);
    reward.loadAnswers(503);
    look(5);
    for (int second = 0; second < 300; second += 2) {
      assertThat(refuses()).as("after %s s", second).isEqualTo(second <= 60);
      now = now.plusSeconds(2);
      load.transitionToHalfOpenState();
      look(2);
      assertThat(load.getState()).isEqualTo(State.OPEN);
    }
  }

  @Test
  void aFewGoodProbesAmongBadOnesBeginNoSecondMinute() {
    look(WELL_AFTER);
    reward.loadAnswers(503);
    look(5);
    now = now.plusSeconds(61);
    look(1);
    assertThat(refuses()).isFalse();

    for (int round = 0; round < 10; round++) {
      load.transitionToHalfOpenState();
      reward.loadAnswers(200);
      look(1);
      reward.loadAnswers(503);
      look(5);
      assertThat(refuses()).isFalse();
    }
  }

  @Test
  void aRewardThatComesBackWithABacklogRefusesNobody() {
    look(WELL_AFTER);
    reward.down();
    look(1);
    reward.up();
    reward.loadAnswers(503);
    look(20);

    assertThat(load.getState()).isEqualTo(State.OPEN);
    assertThat(refuses()).isFalse();
    assertThat(watch.isReachable()).as("reclaims go on").isTrue();
    assertThat(returns).hasValue(1);

    reward.loadAnswers(200);
    await()
        .atMost(Duration.ofSeconds(10))
        .until(() -> {
          look(1);
          assertThat(refuses()).as("also while probes are well").isFalse();
          return load.getState() == State.CLOSED;
        });
    look(WELL_AFTER);
    reward.loadAnswers(503);
    look(10);
    assertThat(refuses()).as("once it has been well").isTrue();
  }

  @Test
  void aRewardThatDoesNotReadItsEventsYetHasNotBeenWell() {
    reward.consumes(false);
    look(20);
    reward.loadAnswers(503);
    look(20);

    assertThat(refuses()).isFalse();
  }

  @Test
  void whoHasOnlyBegunToLookRefusesNobody() {
    reward.loadAnswers(503);
    look(20);

    assertThat(refuses()).isFalse();
  }

  @Test
  void someoneInRewardsPlaceThatMakesNoSenseIsNoReasonToStopLooking() {
    load.transitionToOpenState();
    load.transitionToHalfOpenState();
    reward.saysAboutItsLoad("<html>");
    look(10);

    assertThat(load.getState()).isEqualTo(State.CLOSED);
  }
}
