package phoneseller.verify;

import java.util.List;

/**
 * What was seen of a shop.
 *
 * @param acknowledged how many different orders clients were promised
 * @param open orders that have not come to an end
 * @param findings what is broken, by invariant and order
 * @param notes what could not be looked at, and why
 */
public record Report(
    long orders, long acknowledged, long open, List<Finding> findings, List<String> notes) {

  public Report(long orders, long acknowledged, long open, List<Finding> findings) {
    this(orders, acknowledged, open, findings, List.of());
  }

  public Report {
    findings = List.copyOf(findings);
    notes = List.copyOf(notes);
  }

  public boolean holds() {
    return findings.isEmpty();
  }

  public List<Finding> of(Invariant invariant) {
    return findings.stream().filter(finding -> finding.invariant() == invariant).toList();
  }
}
