package phoneseller.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the page at which people sign in shows, and what it lets nobody do. */
class LoginPageTest {

  @TempDir static Path folder;
  private static RunningLogin login;

  private Browser browser;

  @BeforeAll
  static void start() {
    login = new RunningLogin(folder);
  }

  @BeforeEach
  void begin() {
    browser = new Browser();
  }

  @AfterAll
  static void stop() {
    login.close();
  }

  private static URI at(String path) {
    return URI.create(login.issuer() + path);
  }

  @Test
  void itIsKoreanUntilEnglishIsChosenAndThenStaysEnglish() {
    assertThat(browser.get(at("/login")).body()).contains("<html lang=\"ko\">", "비밀번호");
    assertThat(browser.get(at("/login?lang=en")).body()).contains("<html lang=\"en\">", "Password");
    assertThat(browser.get(at("/login?wrong")).body())
        .contains("role=\"alert\"", "Name and password do not belong together.");
  }

  @Test
  void itIsInTheLanguageOfThePageOneComesFrom() {
    var flow = new CodeFlow(login);
    var question = flow.question();
    question.put("ui_locales", "en");

    var page = flow.browser().get(Browser.location(flow.ask(question)));

    assertThat(page.body()).contains("<html lang=\"en\">");
  }

  @Test
  void itListsTheDemoAccountsAndNoPassword() {
    String page = browser.get(at("/login")).body();

    for (String name : new String[] {"customer-1", "customer-2", "dealer-1", "operator-1"}) {
      assertThat(page).contains(">" + name + "<").doesNotContain(login.password(name));
    }
    assertThat(browser.get(at("/login?name=dealer-1")).body()).contains("value=\"dealer-1\"");
  }

  @Test
  void itHasItsHooksItsPolicyAndNoScript() {
    var page = browser.get(at("/login"));

    assertThat(page.body())
        .contains("data-test=\"login-name\"", "data-test=\"login-password\"")
        .contains("data-test=\"login-button\"")
        .doesNotContain("<script", "style=", "<style");
    assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
        .contains("default-src 'none'", "style-src 'self'", "frame-ancestors 'none'")
        .contains("form-action 'self' " + RunningLogin.GATEWAY)
        .doesNotContain("unsafe");
    assertThat(page.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
    assertThat(page.headers().firstValue("Cache-Control")).hasValue("no-store");
    assertThat(browser.get(at("/login.css")).headers().firstValue("Content-Type").orElseThrow())
        .startsWith("text/css");
  }

  @Test
  void whatIsTypedIsTextOnIt() {
    String script = "\"><script>alert(1)</script>";
    browser.signIn(at("/login"), script, "x");

    assertThat(browser.get(at("/login?wrong")).body())
        .doesNotContain("<script")
        .contains("value=\"&quot;&gt;&lt;script&gt;");
    assertThat(browser.get(at("/login?name=%22%3E%3Cscript%3E")).body()).doesNotContain("<script");
  }

  @Test
  void itsCookieIsNoScriptsAndNoOtherPartOfTheShops() {
    assertThat(browser.get(at("/login")).headers().firstValue("Set-Cookie").orElseThrow())
        .startsWith("LOGIN_SESSION=")
        .contains("HttpOnly", "SameSite=Lax");
  }

  @Test
  void whatIsNotThereIsNotFoundAndDoesNotBecomeTheWayBack() {
    var flow = new CodeFlow(login);
    var page = Browser.location(flow.ask(flow.question()));

    assertThat(flow.browser().get(at("/favicon.ico")).statusCode()).isEqualTo(204);
    assertThat(flow.browser().get(at("/apple-touch-icon.png")).statusCode()).isEqualTo(404);
    var signedIn = flow.browser().signIn(page, "customer-1", login.password("customer-1"));

    assertThat(Browser.location(signedIn).getPath()).isEqualTo("/oauth2/authorize");
  }

  @Test
  void theShopIsWhereItIsOpenedByHand() {
    assertThat(Browser.location(browser.get(at("/")))).hasToString(RunningLogin.GATEWAY + "/");
  }
}
