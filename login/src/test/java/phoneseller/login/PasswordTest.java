package phoneseller.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a password gets one into, and what guessing gets one. */
class PasswordTest {

  @TempDir static Path folder;
  private static RunningLogin login;

  private Browser browser;
  private URI page;

  @BeforeAll
  static void start() {
    login = new RunningLogin(folder, "--phoneseller.login.attempts.within=1h");
  }

  @BeforeEach
  void begin() {
    browser = new Browser();
    page = URI.create(login.issuer() + "/login");
  }

  @AfterAll
  static void stop() {
    login.close();
  }

  @Test
  void whoComesByHandIsInTheShopAfterwards() {
    var answer = browser.signIn(page, "customer-1", login.password("customer-1"));

    assertThat(Browser.location(answer)).hasToString(RunningLogin.GATEWAY + "/");
  }

  @Test
  void aWrongNameAndAWrongPasswordAreToldAlike() {
    var wrongPassword = browser.signIn(page, "customer-2", "not-this-one");
    var wrongName = browser.signIn(page, "customer-3", login.password("customer-2"));

    assertThat(Browser.location(wrongPassword)).hasToString(login.issuer() + "/login?wrong");
    assertThat(Browser.location(wrongName)).isEqualTo(Browser.location(wrongPassword));
    assertThat(browser.get(Browser.location(wrongName)).body())
        .contains("이름 또는 비밀번호가 맞지 않습니다", "value=\"customer-3\"");
  }

  @Test
  void aNameIsTriedFiveTimesAndThenNotEvenWithTheRightPassword() {
    for (String name : new String[] {"dealer-1", "nobody-at-all"}) {
      for (int time = 1; time <= 5; time++) {
        assertThat(Browser.location(browser.signIn(page, name, "guess-" + time)).getQuery())
            .isEqualTo("wrong");
      }
      assertThat(Browser.location(browser.signIn(page, name, "guess-6")).getQuery())
          .as(name)
          .isEqualTo("wait");
    }
    var right = browser.signIn(page, "dealer-1", login.password("dealer-1"));
    assertThat(Browser.location(right).getQuery()).isEqualTo("wait");

    var another = new Browser().signIn(page, "operator-1", login.password("operator-1"));
    assertThat(Browser.location(another)).hasToString(RunningLogin.GATEWAY + "/");
  }

  @Test
  void aRightPasswordForgivesTheWrongOnesBefore() {
    for (int time = 1; time <= 12; time++) {
      boolean right = time % 4 == 0;
      var answer =
          new Browser()
              .signIn(page, "customer-1", right ? login.password("customer-1") : "guess-" + time);
      assertThat(Browser.location(answer))
          .hasToString(right ? RunningLogin.GATEWAY + "/" : login.issuer() + "/login?wrong");
    }
  }

  @Test
  void aFormOfAnotherOriginSignsNobodyIn() {
    var answer =
        browser.post(
            page,
            Map.of("username", "customer-1", "password", login.password("customer-1")),
            "Origin",
            "https://evil.example");

    assertThat(Browser.location(answer)).hasToString(login.issuer() + "/login?old");
    assertThat(Browser.location(new CodeFlow(login).ask(new CodeFlow(login).question())).getPath())
        .isEqualTo("/login");
  }

  @Test
  void theSessionsIdChangesWithWhoIsSignedIn() {
    browser.get(page);
    String before = browser.cookie("LOGIN_SESSION");
    browser.signIn(page, "customer-1", login.password("customer-1"));

    assertThat(browser.cookie("LOGIN_SESSION")).isNotBlank().isNotEqualTo(before);
  }
}
