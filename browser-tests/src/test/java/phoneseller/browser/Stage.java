package phoneseller.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import phoneseller.chaos.Client;
import phoneseller.chaos.Shop;
import phoneseller.chaos.ShopSettings;

/** One shop, whose people can sign in and whose faults can be switched on, and one browser. */
final class Stage implements AutoCloseable {

  final Shop shop;
  final Client client;
  private final Playwright playwright;
  private final Browser browser;
  private final Map<String, String> signedIn = new ConcurrentHashMap<>();

  Stage(Path chromium) {
    shop =
        Shop.open(
            ShopSettings.beside(false, 1, List.of())
                .withLogin()
                .with(Map.of("PHONESELLER_FAULTS_ENABLED", "true")));
    client = new Client(shop);
    playwright = Playwright.create();
    playwright.selectors().setTestIdAttribute("data-test");
    browser = Chromium.launch(playwright, chromium);
  }

  Visitor visitor(Look look) {
    return new Visitor(this, browser, look, null);
  }

  /** Somebody signs in at the form once; later on with the cookies of that time. */
  Visitor visitor(Look look, String account) {
    String cookies = signedIn.get(account);
    if (cookies == null) {
      var visitor = new Visitor(this, browser, look, null);
      visitor.signIn(account, shop.password(account));
      signedIn.put(account, visitor.page().context().storageState());
      return visitor;
    }
    return new Visitor(this, browser, look, cookies);
  }

  String address() {
    return shop.process("gateway").url();
  }

  @Override
  public void close() {
    playwright.close();
    shop.close();
  }
}
