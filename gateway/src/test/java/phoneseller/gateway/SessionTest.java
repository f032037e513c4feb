package phoneseller.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static phoneseller.gateway.ProblemAssert.assertProblem;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.jayway.jsonpath.JsonPath;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** A person signs in, acts, and signs out, at a real provider and a real service. */
class SessionTest {

  private static final TestProvider PROVIDER = new TestProvider();
  private static final Backend APP = new Backend();
  private static final Door DOOR = new Door(PROVIDER.settings("app=" + APP.port()));

  @BeforeEach
  void begin() {
    APP.forget();
    PROVIDER.tokenRequests.clear();
    PROVIDER.lifetime = Duration.ofMinutes(15);
    PROVIDER.renews = true;
    PROVIDER.away = false;
    PROVIDER.nonceSuffix = "";
    PROVIDER.person = "customer-1";
    PROVIDER.audience = "phoneseller";
  }

  @AfterAll
  static void close() {
    DOOR.close();
    APP.close();
    PROVIDER.close();
  }

  @Test
  void whoeverComesIsNobodyAtFirst() {
    var answer = DOOR.get("/session");
    assertThat(answer.body()).startsWith("{\"signedIn\":false,").endsWith("\"login\":true}");
    assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
  }

  @Test
  void aPersonSignsInAndIsLedToWhereTheyWanted() throws Exception {
    var browser = new Browser(DOOR);
    var back = browser.signIn("/order.html%3Fid=2");
    assertThat(back.statusCode()).isEqualTo(303);
    assertThat(back.headers().firstValue("Location")).hasValue("/order.html?id=2");
    var session = browser.get("/session").body();
    assertThat(JsonPath.<Boolean>read(session, "$.signedIn")).isTrue();
    assertThat(JsonPath.<String>read(session, "$.name")).isEqualTo("customer-1");
    assertThat(JsonPath.<List<String>>read(session, "$.roles")).containsExactly("customer");
  }

  @Test
  void theQuestionToTheProviderCarriesPkceStateAndNonce() {
    var sent = DOOR.get("/session/login").headers().firstValue("Location").orElseThrow();
    var asked = TestProvider.parameters(sent.substring(sent.indexOf('?') + 1));
    assertThat(sent).startsWith(PROVIDER.issuer() + "/authorize?");
    assertThat(asked)
        .containsEntry("response_type", "code")
        .containsEntry("code_challenge_method", "S256")
        .containsEntry("client_id", TestProvider.CLIENT)
        .containsEntry("redirect_uri", "http://localhost:" + DOOR.port() + "/session/callback");
    assertThat(asked.get("state")).hasSizeGreaterThan(30);
    assertThat(asked.get("nonce")).hasSizeGreaterThan(30);
    assertThat(asked.get("code_challenge")).hasSizeGreaterThan(40);
  }

  @Test
  void theServiceSeesATokenAndNoCookie() throws Exception {
    var browser = signedIn();
    browser.get("/orders/2");
    var headers = APP.last().headers();
    assertThat(headers.getFirst("Authorization")).startsWith("Bearer ey");
    assertThat(headers).doesNotContainKey("Cookie");
  }

  @Test
  void cookiesEndHereWithoutASessionToo() {
    DOOR.get("/orders/2", "Cookie", "a=b");
    assertThat(APP.last().headers()).doesNotContainKeys("Cookie", "Authorization");
    APP.answers(exchange -> Backend.answer(exchange, 200, "{}", "Set-Cookie", "evil=1"));
    assertThat(DOOR.get("/orders/2").headers().allValues("Set-Cookie")).isEmpty();
  }

  @Test
  void theCookiesAreOutOfReachOfScriptsAndOtherSites() throws Exception {
    var browser = new Browser(DOOR);
    var back = browser.signIn("/");
    assertThat(cookie(back, "SHOP_SESSION"))
        .contains("HttpOnly", "SameSite=Lax", "Path=/;")
        .doesNotContain("Domain", "Secure");
    assertThat(cookie(back, "XSRF-TOKEN")).contains("SameSite=Lax").doesNotContain("HttpOnly");
    assertThat(browser.cookie("SHOP_SESSION")).hasSizeLessThan(3900);
    assertThat(browser.has("SHOP_SIGN_IN")).isFalse();
  }

  @Test
  void behindHttpsTheCookiesAreForHttpsAlone() throws Exception {
    try (var door =
        new Door(PROVIDER.settings("phoneseller.gateway.trusted-proxies=127.0.0.0/8"))) {
      var sent = door.get("/session/login", "X-Forwarded-Proto", "https");
      assertThat(cookie(sent, "SHOP_SIGN_IN")).contains("Secure", "HttpOnly", "SameSite=Lax");
    }
  }

  @Test
  void anyInstanceServesTheSession() throws Exception {
    var browser = signedIn();
    try (var other = new Door(PROVIDER.settings("app=" + APP.port()))) {
      var answer =
          other.get("/session", "Cookie", "SHOP_SESSION=" + browser.cookie("SHOP_SESSION"));
      assertThat(JsonPath.<Boolean>read(answer.body(), "$.signedIn")).isTrue();
      assertThat(cookie(answer, "XSRF-TOKEN")).isNotBlank();
    }
  }

  @Test
  void signingOutEndsTheSessionHereAndAtTheProvider() throws Exception {
    var browser = signedIn();
    String to = JsonPath.read(browser.post("/session/logout", "").body(), "$.to");
    assertThat(to).startsWith(PROVIDER.issuer() + "/logout?id_token_hint=ey");
    assertThat(TestProvider.parameters(to.substring(to.indexOf('?') + 1)))
        .containsEntry("post_logout_redirect_uri", "http://localhost:" + DOOR.port() + "/");
    assertThat(browser.has("SHOP_SESSION")).isFalse();
    assertThat(browser.has("XSRF-TOKEN")).isFalse();
    assertThat(PROVIDER.revoked).isNotEmpty();
    assertThat(DOOR.post("/session/logout", "").body()).isEqualTo("{\"to\":\"/\"}");
  }

  @Test
  void manyRequestsAtOnceRenewTheSessionOnce() throws Exception {
    PROVIDER.lifetime = Duration.ofSeconds(40);
    var browser = signedIn();
    PROVIDER.lifetime = Duration.ofMinutes(15);
    String old = "SHOP_SESSION=" + browser.cookie("SHOP_SESSION");
    var answers =
        IntStream.range(0, 8)
            .mapToObj(_ -> CompletableFuture.supplyAsync(() -> DOOR.get("/session", "Cookie", old)))
            .toList();
    for (var answer : answers) {
      assertThat(JsonPath.<Boolean>read(answer.join().body(), "$.signedIn")).isTrue();
      assertThat(cookie(answer.join(), "SHOP_SESSION")).isNotBlank();
    }
    assertThat(PROVIDER.tokenRequests).hasSize(1);
    browser.get("/orders");
    browser.get("/orders");
    assertThat(PROVIDER.tokenRequests).hasSize(1);
  }

  @Test
  void aRefusedRenewalEndsTheSession() throws Exception {
    PROVIDER.lifetime = Duration.ofSeconds(40);
    var browser = signedIn();
    PROVIDER.renews = false;
    browser.get("/orders/2");
    assertThat(APP.last().headers()).doesNotContainKey("Authorization");
    assertThat(browser.has("SHOP_SESSION")).isFalse();
  }

  @Test
  void aProviderThatIsAwayIsMissedOnlyWhenTheTokensAreOver() throws Exception {
    PROVIDER.lifetime = Duration.ofSeconds(40);
    var early = signedIn();
    PROVIDER.lifetime = Duration.ofSeconds(1);
    var late = signedIn();
    PROVIDER.away = true;
    assertThat(early.get("/orders/2").statusCode()).isEqualTo(200);
    assertThat(APP.last().headers()).containsKey("Authorization");
    await().until(() -> late.get("/orders/2").statusCode() == 503);
    var refused = late.get("/orders/2");
    assertProblem(refused, 503);
    assertThat(refused.headers().firstValue("Retry-After")).isPresent();
    assertThat(late.has("SHOP_SESSION")).isTrue();
  }

  @Test
  void noTokenOrSecretIsInTheLog() throws Exception {
    var events = new ListAppender<ILoggingEvent>();
    events.start();
    var root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    root.addAppender(events);
    var browser = signedIn();
    browser.post("/orders", "{}");
    browser.post("/session/logout", "");
    root.detachAppender(events);
    assertThat(events.list)
        .extracting(ILoggingEvent::getFormattedMessage)
        .contains("customer-1 has signed in")
        .noneMatch(
            line -> line.contains("eyJ") || line.contains("canary") || line.contains("0f0f"));
  }

  @Test
  void whileTheProviderIsAwayThePersonIsTold() {
    try (var door =
        new Door(
            "phoneseller.identity.issuer=http://localhost:1",
            "phoneseller.gateway.login.client-id=x",
            "phoneseller.gateway.session-key=" + "ab".repeat(32))) {
      assertProblem(door.get("/session/login"), 503);
      var page = door.get("/session/login", "Accept", "text/html");
      assertThat(page.statusCode()).isEqualTo(503);
      assertThat(page.body()).contains("로그인할 수 없습니다", "Nobody can sign in");
      assertThat(page.headers().firstValue("Retry-After")).isPresent();
    }
  }

  @Test
  void withoutAClientNobodySignsInAndTheShopSaysSo() {
    try (var door = new Door("phoneseller.gateway.login.client-id=")) {
      assertThat(JsonPath.<Boolean>read(door.get("/session").body(), "$.login")).isFalse();
      assertProblem(door.get("/session/login"), 404);
      assertThat(door.get("/session", "Cookie", "SHOP_SESSION=x").statusCode()).isEqualTo(200);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1234", "zz"})
  void aKeyThatCannotBeRightStopsTheStart(String key) {
    assertThatThrownBy(() ->
            new Door(
                "phoneseller.gateway.login.client-id=x", "phoneseller.gateway.session-key=" + key))
        .hasStackTraceContaining("phoneseller.gateway.session-key is needed");
  }

  private static Browser signedIn() throws Exception {
    var browser = new Browser(DOOR);
    assertThat(browser.signIn("/").statusCode()).isEqualTo(303);
    PROVIDER.tokenRequests.clear();
    return browser;
  }

  private static String cookie(HttpResponse<String> answer, String name) {
    return answer.headers().allValues("Set-Cookie").stream()
        .filter(cookie -> cookie.startsWith(name + "="))
        .findFirst()
        .orElse("");
  }
}
