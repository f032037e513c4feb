package phoneseller.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static phoneseller.gateway.ProblemAssert.assertProblem;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class RateLimitsTest {

  private static final TestProvider PROVIDER = new TestProvider();
  private static final Backend APP = new Backend();

  @AfterAll
  static void close() {
    APP.close();
    PROVIDER.close();
  }

  @Test
  void anAddressThatAsksTooMuchWaitsAndAnotherDoesNot() {
    try (var door =
        door(
            "rate-limits.address.requests=3",
            "rate-limits.address.per=600s",
            "trusted-proxies=127.0.0.0/8")) {
      for (int left = 2; left >= 0; left--) {
        var answer = door.get("/orders", "X-Forwarded-For", "203.0.113.9");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(header(answer, "RateLimit")).startsWith("\"address\";r=" + left + ";t=");
        assertThat(header(answer, "RateLimit-Policy")).isEqualTo("\"address\";q=3;w=600");
      }
      var refused = door.get("/orders", "X-Forwarded-For", "203.0.113.9");
      assertProblem(refused, 429);
      assertThat(header(refused, "Retry-After")).matches("1[0-9]{2}|200");
      assertThat(header(refused, "RateLimit")).startsWith("\"address\";r=0;t=");
      assertProblem(door.get("/", "X-Forwarded-For", "203.0.113.9"), 429);
      assertThat(door.get("/orders", "X-Forwarded-For", "203.0.113.8").statusCode()).isEqualTo(200);
      assertThat(door.get("/actuator/health", "X-Forwarded-For", "203.0.113.9").statusCode())
          .isEqualTo(200);
    }
  }

  @Test
  void whoIsNoTrustedProxyNamesNoOtherAddress() {
    try (var door = door("rate-limits.address.requests=1", "rate-limits.address.per=600s")) {
      assertThat(door.get("/orders", "X-Forwarded-For", "203.0.113.1").statusCode()).isEqualTo(200);
      assertProblem(door.get("/orders", "X-Forwarded-For", "203.0.113.2"), 429);
    }
  }

  @Test
  void aPersonHasOneLimitWhereverTheyAre() {
    try (var door =
        door(
            "rate-limits.person.requests=2",
            "rate-limits.person.per=600s",
            "trusted-proxies=127.0.0.0/8")) {
      assertThat(as("customer-1", door, "203.0.113.1").statusCode()).isEqualTo(200);
      var second = as("customer-1", door, "203.0.113.2");
      assertThat(second.headers().allValues("RateLimit")).hasSize(2);
      assertProblem(as("customer-1", door, "203.0.113.3"), 429);
      assertThat(as("customer-2", door, "203.0.113.3").statusCode()).isEqualTo(200);
      assertThat(door.get("/orders").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void ordersHaveABudgetOfTheirOwn() {
    try (var door = door("rate-limits.orders.requests=1", "rate-limits.orders.per=600s")) {
      APP.forget();
      assertThat(door.post("/orders", "{}").statusCode()).isEqualTo(200);
      var refused = door.post("/orders", "{}");
      assertProblem(refused, 429);
      assertThat(refused.headers().allValues("RateLimit-Policy")).contains("\"orders\";q=1;w=600");
      assertThat(APP.seen()).hasSize(1);
      assertThat(door.get("/orders").statusCode()).isEqualTo(200);
      assertThat(door.send("PATCH", "/orders/2", "{}").statusCode()).isEqualTo(200);
      String token = PROVIDER.accessToken("customer-1", List.of("customer"));
      assertThat(door.post("/orders", "{}", "Authorization", "Bearer " + token).statusCode())
          .isEqualTo(200);
    }
  }

  @Test
  void pagesOfOtherOriginsSeeWhatRemains() {
    try (var door = door("rate-limits.address.requests=1", "rate-limits.address.per=600s")) {
      door.get("/orders");
      var refused = door.get("/orders", "Origin", "http://localhost:3000");
      assertThat(header(refused, "Access-Control-Expose-Headers"))
          .contains("RateLimit", "RateLimit-Policy", "Retry-After");
    }
  }

  @Test
  void bucketsAreBoundedAndATokenComesBack() {
    var limit = new RateLimit("x", new RateSettings.Rate(1, Duration.ofSeconds(1)), 10);
    assertThat(limit.take("a").isConsumed()).isTrue();
    assertThat(RateLimit.seconds(limit.take("a"))).isEqualTo(1);
    await().until(() -> limit.take("a").isConsumed());
  }

  @Test
  void anIpv6NetworkIsOneAddress() {
    assertThat(Address.network("2001:db8:1:2::1")).isEqualTo(Address.network("2001:db8:1:2:3::9"));
    assertThat(Address.network("2001:db8:1:3::1")).isNotEqualTo(Address.network("2001:db8:1:2::1"));
    assertThat(Address.network("203.0.113.9")).isEqualTo("203.0.113.9");
  }

  /** Of settings below the gateway's own. */
  private static Door door(String... settings) {
    var all = Stream.of(settings).map(setting -> "phoneseller.gateway." + setting);
    return new Door(
        PROVIDER.settings(
            Stream.concat(Stream.of("app=" + APP.port()), all).toArray(String[]::new)));
  }

  private static HttpResponse<String> as(String name, Door door, String address) {
    String token = PROVIDER.accessToken(name, List.of("customer"));
    return door.get("/orders", "Authorization", "Bearer " + token, "X-Forwarded-For", address);
  }

  private static String header(HttpResponse<String> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }
}
