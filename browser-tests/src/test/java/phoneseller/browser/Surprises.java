package phoneseller.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * What no page should do: report an error in the console, throw, or ask another host. Chromium
 * reports each answer from 400 on as such an error; a test says which ones belong to its story.
 */
final class Surprises {

  private static final String REFUSED = "the server responded with a status of ";
  private final String shop;
  private final String login;
  private final List<String> found = new CopyOnWriteArrayList<>();
  private final Set<Integer> expected = new TreeSet<>();
  private final Set<Page> strangers = ConcurrentHashMap.newKeySet();
  private final List<String> elsewhere = new CopyOnWriteArrayList<>(List.of("data:", "blob:"));
  private boolean cut;

  Surprises(String shop, String login) {
    this.shop = shop;
    this.login = login;
  }

  void watch(BrowserContext context) {
    context.onConsoleMessage(this::console);
    context.onWebError(error -> found.add("thrown: " + error.error()));
    context.onRequest(this::request);
  }

  /** Answers with these codes belong to the story. */
  void expect(Integer... codes) {
    expected.addAll(List.of(codes));
  }

  /** Connections that break belong to the story. */
  void expectCuts() {
    cut = true;
  }

  /** A page of somebody else's, which is not held to what ours are. */
  void pauseFor(Page page, String address) {
    strangers.add(page);
    elsewhere.add(address);
  }

  List<String> found() {
    return List.copyOf(found);
  }

  private void console(ConsoleMessage message) {
    String text = message.text();
    if (strangers.contains(message.page())
        || !message.type().equals("error")
        || (cut && text.contains("net::ERR_"))) {
      return;
    }
    int at = text.indexOf(REFUSED);
    if (at >= 0) {
      int code = Integer.parseInt(text.substring(at + REFUSED.length(), at + REFUSED.length() + 3));
      if (expected.contains(code)) {
        return;
      }
    }
    found.add("console: " + text + " at " + message.location());
  }

  /** The provider of the local shop signs people in; nobody else is asked for anything. */
  private void request(Request request) {
    String url = request.url();
    boolean own = url.startsWith(shop + "/") || url.startsWith(login + "/");
    if (!own && elsewhere.stream().noneMatch(url::startsWith)) {
      found.add("request to another host: " + url);
    }
  }
}
