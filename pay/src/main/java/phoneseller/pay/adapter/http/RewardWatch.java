package phoneseller.pay.adapter.http;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatusCode;
import phoneseller.pay.adapter.http.RewardClient.Load;
import phoneseller.pay.adapter.http.RewardClient.Reply.Answered;
import phoneseller.pay.adapter.http.RewardClient.Reply.Lost;
import phoneseller.pay.adapter.http.RewardClient.Reply.NotReached;
import phoneseller.pay.domain.Admission;

/**
 * Looks at reward's load from time to time and tells overloaded from down. Overloaded, it answers
 * slowly or turns callers away: new payments are refused until it can keep up, but not longer than
 * the longest refusal at a stretch. Down, nobody answers: payments go on, their points follow
 * later. A reward that was down, or overloaded for too long, counts as down until it has been well:
 * who comes back with a backlog refuses nobody.
 */
final class RewardWatch implements Admission {

  private static final Logger log = LoggerFactory.getLogger(RewardWatch.class);
  private static final int TOO_MANY = 429;
  private static final int UNAVAILABLE = 503;

  private final RewardClient reward;
  private final CircuitBreaker load;
  private final CircuitBreaker points;
  private final Runnable onReturn;
  private final InstantSource clock;
  private final WatchSettings settings;
  private volatile boolean down;
  private volatile @Nullable Instant refusingSince;
  private int goodLooks;
  private boolean hasBeenWell;

  RewardWatch(
      RewardClient reward,
      CircuitBreaker load,
      CircuitBreaker points,
      Runnable onReturn,
      InstantSource clock,
      WatchSettings settings) {
    this.reward = reward;
    this.load = load;
    this.points = points;
    this.onReturn = onReturn;
    this.clock = clock;
    this.settings = settings;
  }

  @Override
  public Optional<Duration> refusal(Instant now) {
    var since = refusingSince;
    return since == null || now.isAfter(since.plus(settings.longestRefusal()))
        ? Optional.empty()
        : Optional.of(settings.breaker().openFor());
  }

  /** Whether calls for points have a chance. */
  boolean isReachable() {
    return !down && points.getState() != State.OPEN;
  }

  /** One look; none while the breaker is open and lets nothing through. */
  void look() {
    if (load.tryAcquirePermission()) {
      long start = System.nanoTime();
      var reply = reward.load();
      conclude(reply, Duration.ofNanos(System.nanoTime() - start));
    }
    judge(clock.instant());
  }

  private void conclude(RewardClient.Reply<Load> reply, Duration took) {
    switch (reply) {
      case NotReached<Load>(var why) -> notReached(why);
      case Lost<Load>(var why) -> {
        reached();
        bad(took, why);
      }
      case Answered<Load>(var answer) -> {
        reached();
        if (isRefusal(answer.status())) {
          bad(took, answer.status().toString());
        } else {
          load.onSuccess(took.toNanos(), TimeUnit.NANOSECONDS);
          goodLooks = isGood(answer, took) ? goodLooks + 1 : 0;
        }
      }
    }
  }

  private static boolean isRefusal(HttpStatusCode status) {
    return status.value() == TOO_MANY || status.value() == UNAVAILABLE;
  }

  /** Without reading the events reward cannot know that none wait. */
  private boolean isGood(Load answer, Duration took) {
    return answer.status().is2xxSuccessful()
        && answer.consuming()
        && took.compareTo(settings.slowFrom()) < 0;
  }

  private void bad(Duration took, String why) {
    goodLooks = 0;
    load.onError(took.toNanos(), TimeUnit.NANOSECONDS, new IllegalStateException(why));
  }

  private void notReached(String why) {
    goodLooks = 0;
    hasBeenWell = false;
    load.releasePermission();
    if (load.getState() != State.CLOSED) {
      load.reset();
    }
    if (!down) {
      down = true;
      log.warn("reward is down, payments go on and their points follow later: {}", why);
    }
  }

  private void reached() {
    if (down) {
      down = false;
      points.reset();
      log.info("reward is back");
      onReturn.run();
    } else if (points.getState() == State.OPEN) {
      points.transitionToHalfOpenState();
    }
  }

  private void judge(Instant now) {
    boolean overloaded = load.getState() != State.CLOSED;
    hasBeenWell |= !overloaded && goodLooks >= settings.wellAfter();
    var since = refusingSince;
    if (since == null) {
      if (overloaded && hasBeenWell) {
        refusingSince = now;
        log.warn("reward is overloaded: new payments are refused for a moment");
      }
    } else if (!overloaded) {
      refusingSince = null;
      log.info("new payments are taken again");
    } else if (now.isAfter(since.plus(settings.longestRefusal()))) {
      refusingSince = null;
      hasBeenWell = false;
      log.warn("reward stays overloaded: new payments are taken, their points follow later");
    }
  }
}
