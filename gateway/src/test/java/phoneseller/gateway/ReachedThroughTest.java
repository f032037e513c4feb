package phoneseller.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Links in answers lead to wherever the client reached the shop; the service learns it so. */
class ReachedThroughTest {

  private static final Backend APP = new Backend();
  private static final Door DOOR = new Door("app=" + APP.port());

  @BeforeEach
  void forget() {
    APP.forget();
  }

  @AfterAll
  static void close() {
    DOOR.close();
    APP.close();
  }

  @Test
  void theServiceLearnsTheHostThatTheClientUsed() {
    DOOR.get("/orders/2", "Host", "shop.example:8088");
    assertSeen("http", "shop.example:8088", "8088", "127.0.0.1");
  }

  @Test
  void aHostWithoutAPortStandsForTheUsualOne() {
    DOOR.get("/orders/2", "Host", "shop.example");
    assertSeen("http", "shop.example", "80", "127.0.0.1");
  }

  @Test
  void whatAClientClaimsAboutProxiesIsNotBelieved() {
    claimAProxy(DOOR);
    assertSeen("http", "localhost:" + DOOR.port(), Integer.toString(DOOR.port()), "127.0.0.1");
    assertThat(APP.last().headers()).doesNotContainKeys("Forwarded", "X-Forwarded-Prefix");
  }

  @Test
  void aTrustedProxyIsBelieved() {
    try (var door =
        new Door("app=" + APP.port(), "phoneseller.gateway.trusted-proxies=127.0.0.0/8")) {
      claimAProxy(door);
      assertSeen("https", "shop.example", "443", "203.0.113.9");
      assertThat(APP.last().headers()).doesNotContainKeys("Forwarded", "X-Forwarded-Prefix");
    }
  }

  @Test
  void headersMeantForTheGatewayAloneEndThere() {
    DOOR.get("/orders/2", "Connection", "X-Private, X-Correlation-Id", "X-Private", "1");
    assertThat(APP.last().headers()).doesNotContainKey("X-private").containsKey("X-correlation-id");
  }

  private static void claimAProxy(Door door) {
    door.get(
        "/orders/2",
        "X-Forwarded-Host",
        "shop.example",
        "X-Forwarded-Proto",
        "https",
        "X-Forwarded-Port",
        "443",
        "X-Forwarded-For",
        "203.0.113.9",
        "X-Forwarded-Prefix",
        "/evil",
        "Forwarded",
        "host=evil.example");
  }

  private static void assertSeen(String proto, String host, String port, String client) {
    var headers = APP.last().headers();
    assertThat(headers.get("X-Forwarded-Proto")).containsExactly(proto);
    assertThat(headers.get("X-Forwarded-Host")).containsExactly(host);
    assertThat(headers.get("X-Forwarded-Port")).containsExactly(port);
    assertThat(headers.get("X-Forwarded-For")).containsExactly(client);
  }
}
