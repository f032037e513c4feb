package phoneseller.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.HasAttributeOptions;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A person at the shop's pages, with a browser profile of their own. */
final class Visitor implements AutoCloseable {

  /** A step that goes through several services, on a machine that has other things to do, too. */
  static final int PATIENCE = 60_000;

  private static final Pattern ORDER = Pattern.compile("/order\\.html\\?id=(\\d+)");
  private final Stage stage;
  private final BrowserContext context;
  private final Page page;
  private final Look look;
  private final Surprises surprises;

  Visitor(Stage stage, Browser browser, Look look, @Nullable String cookies) {
    this.stage = stage;
    this.look = look;
    var options =
        new NewContextOptions()
            .setBaseURL(stage.address())
            .setViewportSize(look.width(), look.height())
            .setColorScheme(look.colours())
            .setLocale("ko-KR")
            .setTimezoneId("Asia/Seoul");
    context = browser.newContext(cookies == null ? options : options.setStorageState(cookies));
    context.setDefaultTimeout(PATIENCE / 2.0);
    surprises = new Surprises(stage.address(), stage.shop.process("login").url());
    surprises.watch(context);
    page = context.newPage();
  }

  Page page() {
    return page;
  }

  Surprises surprises() {
    return surprises;
  }

  /** Opens a page of the shop, and waits until its script has filled it. */
  void visit(String path) {
    String language = look.language().equals("ko") ? "" : separator(path) + "lang=en";
    page.navigate(path + language);
    assertThat(page.locator("html.ready")).hasCount(1);
  }

  private static String separator(String path) {
    return path.contains("?") ? "&" : "?";
  }

  /** What the pages mark for tests. */
  Locator at(String mark) {
    return page.getByTestId(mark);
  }

  void signIn(String account, String password) {
    visit("/");
    at("sign-in").click();
    at("login-name").fill(account);
    at("login-password").fill(password);
    at("login-button").click();
    assertThat(at("who")).containsText(account);
  }

  /** Three clicks at most from the front page. */
  long order(int phone) {
    visit("/");
    at("phone-" + phone).click();
    at("order-button").click();
    return arrives();
  }

  /** Waits for the page of the order that was placed, and tells its number. */
  long arrives() {
    page.waitForURL(ORDER, new Page.WaitForURLOptions().setTimeout(PATIENCE));
    var number = ORDER.matcher(page.url());
    if (!number.find()) {
      throw new AssertionError(page.url());
    }
    return Long.parseLong(number.group(1));
  }

  /** Waits until the page of an order shows that status, without being loaded again. */
  void sees(String status) {
    assertThat(at("order-status"))
        .hasAttribute("data-status", status, new HasAttributeOptions().setTimeout(PATIENCE));
  }

  /** What the shop answers to this person's own cookies. */
  int status(String path) {
    return context.request().get(path).status();
  }

  String body(String path) {
    return context.request().get(path).text();
  }

  void cutTheNetwork(boolean cut) {
    context.setOffline(cut);
  }

  /** The top of the page. */
  void picture(String name) {
    picture(name, "html");
  }

  /** A part of the page, and what is around it. */
  void picture(String name, String part) {
    Screenshots.take(page, name, part);
  }

  Stage stage() {
    return stage;
  }

  @Override
  public void close() {
    context.close();
  }
}
