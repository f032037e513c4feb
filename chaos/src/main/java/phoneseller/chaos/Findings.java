package phoneseller.chaos;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The figures of a drill, each beside what it was promised to be. */
final class Findings {

  private final List<String> lines = new ArrayList<>();
  private boolean kept = true;

  void tell(String what, Object figure) {
    lines.add("  %-56s %14s".formatted(what, figure));
  }

  void expect(String what, Object figure, String promise, boolean holds) {
    lines.add(
        "  %-56s %14s   %-18s %s".formatted(what, figure, promise, holds ? "kept" : "BROKEN"));
    kept &= holds;
  }

  void atMost(String what, Duration figure, Duration most) {
    expect(what, text(figure), "at most " + text(most), figure.compareTo(most) <= 0);
  }

  void none(String what, List<?> found) {
    expect(what, found.size(), "none", found.isEmpty());
    found.stream().limit(10).forEach(each -> lines.add("    " + each));
  }

  boolean kept() {
    return kept;
  }

  String table() {
    return String.join("\n", lines);
  }

  static String text(Duration duration) {
    return duration.compareTo(Duration.ofSeconds(2)) < 0
        ? duration.toMillis() + " ms"
        : Outcome.seconds(duration);
  }
}
