package phoneseller.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.options.ScreenshotAnimations;
import java.nio.file.Path;

/** The pictures of README and docs, taken anew with {@code -Dscreenshots=true}. */
final class Screenshots {

  private static final boolean WANTED = Boolean.getBoolean("screenshots");
  private static final Path PICTURES = Path.of("..", "docs", "images");

  private Screenshots() {}

  static void take(Page page, String name, String part) {
    if (WANTED) {
      page.locator(part).first().evaluate("part => part.scrollIntoView({ block: 'start' })");
      page.waitForFunction("() => [...document.images].every((image) => image.complete)");
      to(page, PICTURES.resolve(name + ".png"));
    }
  }

  /** How a page looked when its test failed. */
  static void keep(Page page, String name) {
    to(page, Path.of("target", "failures", name + ".png"));
  }

  private static void to(Page page, Path file) {
    page.screenshot(
        new ScreenshotOptions().setPath(file).setAnimations(ScreenshotAnimations.DISABLED));
  }
}
