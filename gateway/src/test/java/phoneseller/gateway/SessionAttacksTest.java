package phoneseller.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static phoneseller.gateway.ProblemAssert.assertProblem;

import com.jayway.jsonpath.JsonPath;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What another site, another browser or another hand at the cookie tries, and fails at. */
class SessionAttacksTest {

  private static final TestProvider PROVIDER = new TestProvider();
  private static final Backend APP = new Backend();
  private static final Door DOOR = new Door(PROVIDER.settings("app=" + APP.port()));

  @BeforeEach
  void forget() {
    APP.forget();
    PROVIDER.nonceSuffix = "";
  }

  @AfterAll
  static void close() {
    DOOR.close();
    APP.close();
    PROVIDER.close();
  }

  @ParameterizedTest
  @CsvSource({
    "POST, application/json",
    "POST, text/plain",
    "POST, application/x-www-form-urlencoded",
    "PATCH, application/json",
    "PUT, application/json",
    "DELETE, application/json"
  })
  void aPageOfAnotherOriginChangesNothing(String method, String type) throws Exception {
    var browser = signedIn();
    assertProblem(browser.send(method, "/orders/2", "{}", "Content-Type", type), 403);
    assertProblem(
        browser.send(method, "/orders/2", "{}", "Content-Type", type, "X-XSRF-TOKEN", "guess"),
        403);
    assertThat(APP.seen()).isEmpty();
    assertThat(browser.post("/orders", "{}").statusCode()).isEqualTo(200);
  }

  @Test
  void theTokenOfAnotherSessionDoesNotServe() throws Exception {
    var one = signedIn();
    var other = signedIn();
    var refused = one.send("POST", "/orders", "{}", "X-XSRF-TOKEN", other.cookie("XSRF-TOKEN"));
    assertProblem(refused, 403);
  }

  @Test
  void signingOutNeedsTheTokenToo() throws Exception {
    var browser = signedIn();
    assertProblem(browser.send("POST", "/session/logout", ""), 403);
    assertThat(browser.has("SHOP_SESSION")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"cross-site", "same-site"})
  void anotherSiteSignsNobodyOut(String site) throws Exception {
    var browser = signedIn();
    browser.send("POST", "/session/logout", "", "Sec-Fetch-Site", site);
    assertThat(browser.has("SHOP_SESSION")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"cross-site", "same-site"})
  void aRequestOfAnotherSiteCarriesNoSession(String site) throws Exception {
    var browser = signedIn();
    browser.get("/orders/2", "Sec-Fetch-Site", site);
    assertThat(APP.last().headers()).doesNotContainKey("Authorization");
    browser.get("/orders/2", "Sec-Fetch-Site", "same-origin");
    assertThat(APP.last().headers()).containsKey("Authorization");
  }

  @Test
  void noOtherOriginIsEverGivenCredentials() throws Exception {
    var browser = signedIn();
    var answer = browser.get("/orders/2", "Origin", "http://localhost:3000");
    assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).isPresent();
    assertThat(answer.headers().firstValue("Access-Control-Allow-Credentials")).isEmpty();
  }

  @Test
  void anAnswerThatThisBrowserDidNotAskForSignsNobodyIn() throws Exception {
    var attacker = new Browser(DOOR);
    String answer = attacker.throughProvider("/");
    var victim = new Browser(DOOR);
    assertProblem(victim.get(answer), 400);
    victim.get("/session/login");
    assertProblem(victim.get(answer), 400);
    assertThat(victim.has("SHOP_SESSION")).isFalse();
    assertThat(attacker.get(answer).statusCode()).isEqualTo(303);
  }

  @Test
  void anAnswerServesOnce() throws Exception {
    var browser = new Browser(DOOR);
    String answer = browser.throughProvider("/");
    String kept = browser.cookie("SHOP_SIGN_IN");
    assertThat(browser.get(answer).statusCode()).isEqualTo(303);
    var again = new Browser(DOOR);
    again.plant("SHOP_SIGN_IN", kept);
    assertProblem(again.get(answer), 400);
  }

  @Test
  void anIdTokenForAnotherQuestionSignsNobodyIn() throws Exception {
    PROVIDER.nonceSuffix = "x";
    assertProblem(new Browser(DOOR).signIn("/"), 400);
  }

  @Test
  void aProviderThatSaysNoSignsNobodyIn() throws Exception {
    var browser = new Browser(DOOR);
    browser.get("/session/login");
    assertProblem(browser.get("/session/callback?error=access_denied&state=x"), 400);
    var page =
        browser.get(
            "/session/callback?error=access_denied&error_description=%3Cscript%3Ex",
            "Accept", "text/html");
    assertThat(page.body()).contains("You are not signed in").doesNotContain("<script");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.example",
        "//evil.example",
        "/%5Cevil.example",
        "/%2F/evil.example",
        "%5C%5Cevil.example",
        "evil.html",
        "javascript:alert(1)",
        "/a%0D%0ASet-Cookie:x=1",
        "/%09/evil.example",
        "/session/logout"
      })
  void noOtherSiteIsEverWhereSigningInLeads(String to) {
    assertProblem(DOOR.get("/session/login?to=" + to), 422);
  }

  @Test
  void whoPlantsACookieIsNotSignedInByTheVictim() throws Exception {
    var attacker = signedIn();
    var victim = new Browser(DOOR);
    victim.plant("SHOP_SESSION", attacker.cookie("SHOP_SESSION"));
    victim.plant("XSRF-TOKEN", attacker.cookie("XSRF-TOKEN"));
    PROVIDER.person = "customer-2";
    victim.signIn("/");
    PROVIDER.person = "customer-1";
    assertThat(name(victim)).isEqualTo("customer-2");
    assertThat(victim.cookie("SHOP_SESSION")).isNotEqualTo(attacker.cookie("SHOP_SESSION"));
    assertThat(victim.cookie("XSRF-TOKEN")).isNotEqualTo(attacker.cookie("XSRF-TOKEN"));
    assertThat(name(attacker)).isEqualTo("customer-1");
  }

  @Test
  void aCookieThatWasTamperedWithIsNoSession() throws Exception {
    var browser = signedIn();
    String good = browser.cookie("SHOP_SESSION");
    int middle = good.length() / 2;
    char other = good.charAt(middle) == 'A' ? 'B' : 'A';
    assertNoSession(good.substring(0, middle) + other + good.substring(middle + 1));
    assertNoSession(good.substring(0, good.length() - 4));
    assertNoSession("x".repeat(20));
    assertNoSession("..." + ".".repeat(5));
  }

  @Test
  void whatWasSealedForAnotherPurposeOrByAnotherShopIsNoSession() throws Exception {
    var browser = new Browser(DOOR);
    browser.get("/session/login");
    assertNoSession(browser.cookie("SHOP_SIGN_IN"));
    var settings = PROVIDER.settings();
    settings[3] = "phoneseller.gateway.session-key=" + "1e".repeat(32);
    try (var foreign = new Door(settings)) {
      var elsewhere = new Browser(foreign);
      elsewhere.signIn("/");
      assertNoSession(elsewhere.cookie("SHOP_SESSION"));
    }
  }

  private static void assertNoSession(String cookie) {
    var browser = new Browser(DOOR);
    browser.plant("SHOP_SESSION", cookie);
    browser.get("/orders/2");
    assertThat(APP.last().headers()).doesNotContainKey("Authorization");
    assertThat(browser.has("SHOP_SESSION")).as("cleared").isFalse();
  }

  private static String name(Browser browser) {
    return JsonPath.read(browser.get("/session").body(), "$.name");
  }

  private static Browser signedIn() throws Exception {
    var browser = new Browser(DOOR);
    assertThat(browser.signIn("/").statusCode()).isEqualTo(303);
    return browser;
  }
}
