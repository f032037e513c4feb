package phoneseller.chaos;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What became of the shop.
 *
 * @param faults carried out, by kind
 * @param missed faults that could not be made
 * @param acknowledged orders that clients were promised
 * @param refused requests for orders that were answered 503
 * @param lost promised orders that are not there
 * @param doubled what is there twice: keys with another order, orders of no key
 * @param stuck orders that have not come to an end
 * @param broken whatever else must hold and does not
 * @param heal from the end of the last fault until all was well; null: it never was
 * @param slowest the longest that an order took to its end
 */
public record Outcome(
    Map<Kind, Integer> faults,
    List<String> missed,
    long requests,
    long acknowledged,
    long refused,
    List<String> lost,
    List<String> doubled,
    List<String> stuck,
    List<String> broken,
    @Nullable Duration heal,
    String slowest) {

  private static final int SHOWN = 20;
  private static final Duration LONGEST_HEAL = Duration.ofSeconds(60);

  public boolean isWell() {
    return lost.isEmpty()
        && doubled.isEmpty()
        && stuck.isEmpty()
        && broken.isEmpty()
        && heal != null
        && heal.compareTo(LONGEST_HEAL) <= 0;
  }

  public int faultsMade() {
    return faults.values().stream().mapToInt(Integer::intValue).sum();
  }

  public String table() {
    var lines = new ArrayList<String>();
    faults.forEach((kind, count) -> lines.add(row(kind.sentence(), count)));
    lines.add(row("faults", faultsMade()));
    lines.add(row("faults that could not be made", missed.size()));
    lines.add("");
    lines.add(row("requests", requests));
    lines.add(row("orders acknowledged", acknowledged));
    lines.add(row("orders refused with 503", refused));
    lines.add(row("orders lost", lost.size()));
    lines.add(row("orders doubled", doubled.size()));
    lines.add(row("orders stuck", stuck.size()));
    lines.add(row("otherwise broken", broken.size()));
    lines.add(row("time to heal", heal == null ? "never" : seconds(heal)));
    lines.add(row("slowest order", slowest));
    show(lines, "could not be made", missed);
    show(lines, "lost", lost);
    show(lines, "doubled", doubled);
    show(lines, "stuck", stuck);
    show(lines, "broken", broken);
    return String.join("\n", lines);
  }

  static String seconds(Duration duration) {
    return "%.1f s".formatted(duration.toMillis() / 1000.0);
  }

  private static String row(String what, Object figure) {
    return "  %-40s %12s".formatted(what, figure);
  }

  private static void show(List<String> lines, String title, List<String> items) {
    if (!items.isEmpty()) {
      lines.add("");
      lines.add(title + ":");
      items.stream().limit(SHOWN).forEach(item -> lines.add("  " + item));
      if (items.size() > SHOWN) {
        lines.add("  and " + (items.size() - SHOWN) + " more");
      }
    }
  }
}
