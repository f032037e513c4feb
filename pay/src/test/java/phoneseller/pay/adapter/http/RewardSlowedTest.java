package phoneseller.pay.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.ClassPathResource;
import org.springframework.web.client.RestClient;
import phoneseller.http.RetryBudget;
import phoneseller.pay.RewardStub;

/** Over real HTTP, in real time, with the settings that the service ships with. */
class RewardSlowedTest {

  private static final Duration SLOW = Duration.ofMillis(800);
  private static final Clock CLOCK = Clock.systemUTC();

  private final WatchSettings settings = shipped();
  private final CircuitBreaker load =
      CircuitBreaker.of("load", settings.breaker().config(settings.slowFrom()));
  private final CircuitBreaker points = CircuitBreaker.ofDefaults("points");

  @Test
  void paymentsAreRefusedWithinTenSecondsAndTakenAgainWithinFifteen() {
    try (var reward = new RewardStub()) {
      var watch = watch(reward);
      var loop = new WatchLoop(watch, settings.every());
      loop.start();
      await()
          .atMost(Duration.ofSeconds(30))
          .until(() -> reward.looks() > settings.breaker().window());

      reward.loadTakes(SLOW);
      var onset = CLOCK.instant();
      await().atMost(Duration.ofSeconds(30)).until(() -> refuses(watch));
      assertThat(Duration.between(onset, CLOCK.instant())).isLessThan(Duration.ofSeconds(10));

      reward.loadTakes(Duration.ZERO);
      var end = CLOCK.instant();
      await().atMost(Duration.ofSeconds(30)).until(() -> !refuses(watch));
      assertThat(Duration.between(end, CLOCK.instant())).isLessThan(Duration.ofSeconds(15));
      loop.stop();
    }
  }

  private static boolean refuses(RewardWatch watch) {
    return watch.refusal(CLOCK.instant()).isPresent();
  }

  private RewardWatch watch(RewardStub reward) {
    var client =
        RewardConfiguration.client(
            RestClient.builder(),
            RewardConfiguration.http(settings.answerWithin(), settings.answerWithin(), 1),
            new RewardAddress(URI.create(reward.address())),
            (request, body, execution) -> execution.execute(request, body),
            new RetryBudget(10, 0.1));
    return new RewardWatch(client, load, points, () -> {}, CLOCK, settings);
  }

  private static WatchSettings shipped() {
    try {
      var environment = new StandardEnvironment();
      new YamlPropertySourceLoader()
          .load("shipped", new ClassPathResource("application.yml"))
          .forEach(environment.getPropertySources()::addLast);
      return Binder.get(environment).bind("pay.watch", WatchSettings.class).get();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
