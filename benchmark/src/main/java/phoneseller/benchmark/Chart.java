package phoneseller.benchmark;

import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** Rates of shop and yardstick as bars, each pair against the longer of the two, as SVG. */
final class Chart {

  private static final int LABEL = 330;
  private static final int LENGTH = 420;
  private static final int ROW = 44;

  private Chart() {}

  static String of(List<Figure> figures) {
    var rates =
        figures.stream()
            .filter(figure -> figure.unit().equals(Figure.A_SECOND) && figure.yardstick() != null)
            .toList();
    int height = 40 + ROW * rates.size();
    var svg = new StringBuilder();
    svg.append(
        """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 900 %d" font-family="sans-serif" font-size="13">
        <rect width="900" height="%d" fill="#fff"/>
        <text x="10" y="20">per second: <tspan fill="#1f6f5c">the shop</tspan>, <tspan fill="#8a8a8a">the yardstick</tspan></text>
        """
            .formatted(height, height));
    for (int i = 0; i < rates.size(); i++) {
      svg.append(row(rates.get(i), 40 + ROW * i));
    }
    return svg.append("</svg>\n").toString();
  }

  private static String row(Figure figure, int top) {
    double yardstick = Objects.requireNonNull(figure.yardstick());
    double longest = Math.max(figure.shop(), yardstick);
    return "<text x=\"10\" y=\"%d\">%s</text>\n".formatted(top + 20, label(figure))
        + bar(top, figure.shop(), longest, "#1f6f5c")
        + bar(top + 17, yardstick, longest, "#8a8a8a");
  }

  private static String bar(int top, double value, double longest, String colour) {
    double length = longest == 0 ? 0 : LENGTH * value / longest;
    return String.format(
        Locale.ROOT,
        """
        <rect x="%d" y="%d" width="%.1f" height="14" fill="%s"/><text x="%.1f" y="%d">%s</text>
        """,
        LABEL,
        top,
        length,
        colour,
        LABEL + length + 6,
        top + 12,
        Figure.text(value));
  }

  private static String label(Figure figure) {
    return (figure.part() + ": " + figure.name()).replace("&", "&amp;").replace("<", "&lt;");
  }
}
