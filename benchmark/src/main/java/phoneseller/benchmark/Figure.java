package phoneseller.benchmark;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One line of the table.
 *
 * @param yardstick the same of the yardstick; null: there is none
 */
record Figure(String part, String name, String unit, double shop, @Nullable Double yardstick) {

  /** The unit of a rate, as large as it could be. */
  static final String A_SECOND = "1/s";

  /** The unit of a rate that was chosen, which is no result. */
  static final String OFFERED = "offered/s";

  /** One that the yardstick has none of. */
  static Figure alone(String part, String name, String unit, double shop) {
    return new Figure(part, name, unit, shop, null);
  }

  /** The shop's figure as a part of the yardstick's. */
  @Nullable Double ratio() {
    return yardstick == null || yardstick == 0 ? null : shop / yardstick;
  }

  String line() {
    var ratio = ratio();
    return "%-10s %-44s %12s %12s  %-9s %s"
        .formatted(
            part,
            name,
            text(shop),
            yardstick == null ? "" : text(yardstick),
            unit,
            ratio == null ? "" : String.format(Locale.ROOT, "%.3f", ratio));
  }

  static String text(double value) {
    String form = Math.abs(value) >= 100 ? "%,.0f" : Math.abs(value) >= 10 ? "%.1f" : "%.3f";
    return String.format(Locale.ROOT, form, value);
  }
}
