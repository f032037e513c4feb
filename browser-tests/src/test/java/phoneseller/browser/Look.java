package phoneseller.browser;

import com.microsoft.playwright.options.ColorScheme;

/** How somebody looks at a page: in which language, on which screen, by day or by night. */
record Look(String language, int width, boolean dark) {

  static final Look USUAL = new Look("ko", 1280, false);
  static final Look PHONE = new Look("ko", 360, false);

  int height() {
    return width < 600 ? 740 : 800;
  }

  ColorScheme colours() {
    return dark ? ColorScheme.DARK : ColorScheme.LIGHT;
  }

  String name() {
    return language + "-" + width + (dark ? "-dark" : "");
  }
}
