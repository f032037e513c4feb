package phoneseller.verify;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;

/** A report for people, or as JSON. */
final class Print {

  private Print() {}

  /** Every invariant that was looked at, then the findings, at most so many of each. */
  static String table(Report report, int most, Set<Invariant> unseen) {
    var text = new StringBuilder();
    line(text, "orders", report.orders());
    line(text, "acknowledged", report.acknowledged());
    line(text, "open", report.open());
    text.append('\n');
    for (var invariant : Invariant.values()) {
      int broken = report.of(invariant).size();
      String holds = unseen.contains(invariant) ? "not looked at" : "holds";
      text.append(
          "%-78s %s%n".formatted(invariant.sentence(), broken == 0 ? holds : broken + " broken"));
    }
    for (var invariant : Invariant.values()) {
      findings(text, report, invariant, most);
    }
    report.notes().forEach(note -> text.append("%nnote: %s%n".formatted(note)));
    return text.toString();
  }

  static String json(Report report) {
    var invariants = new LinkedHashMap<String, Integer>();
    for (var invariant : Invariant.values()) {
      invariants.put(invariant.name(), report.of(invariant).size());
    }
    var all = new LinkedHashMap<String, Object>();
    all.put("orders", report.orders());
    all.put("acknowledged", report.acknowledged());
    all.put("open", report.open());
    all.put("holds", report.holds());
    all.put("broken", Map.copyOf(invariants));
    all.put("findings", report.findings());
    all.put("notes", report.notes());
    return JsonMapper.shared().writeValueAsString(all) + "\n";
  }

  private static void findings(StringBuilder text, Report report, Invariant invariant, int most) {
    var found = report.of(invariant);
    if (found.isEmpty()) {
      return;
    }
    text.append("%n%s%n".formatted(invariant.sentence()));
    found.stream()
        .limit(most)
        .forEach(finding ->
            text.append(
                finding.order() == 0
                    ? "  %s%n".formatted(finding.detail())
                    : "  order %d: %s%n".formatted(finding.order(), finding.detail())));
    if (found.size() > most) {
      text.append("  and %d more (--all)%n".formatted(found.size() - most));
    }
  }

  private static void line(StringBuilder text, String what, long count) {
    text.append(String.format(Locale.ROOT, "%-14s %,12d%n", what, count));
  }
}
