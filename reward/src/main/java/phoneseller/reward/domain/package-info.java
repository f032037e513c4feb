/**
 * What the ledger decides about the points of one order: they are granted once, taken back once,
 * and given back once if the payment could not be undone after all. Each step is one entry, and an
 * order's entries are numbered, so that two writers can never both take the same step.
 *
 * <pre>{@code
 * stateDiagram-v2
 *   [*] --> Untouched
 *   Untouched --> Granted: grant (+ points)
 *   Untouched --> Reclaimed: reclaim (0 points)
 *   Granted --> Reclaimed: reclaim (- points)
 *   Reclaimed --> GivenBack: give back (what the reclaim took)
 * }</pre>
 *
 * A repeated step changes nothing, and so does a grant that comes after the reclaim. A reclaim
 * after the give-back, and a give-back of what nobody reclaimed, are refused.
 */
@NullMarked
package phoneseller.reward.domain;

import org.jspecify.annotations.NullMarked;
