/**
 * The points ledger of the shop, append-only. A payment earns a tenth of its price in points; a
 * payment that is undone gives exactly those back, and one that is being undone before its points
 * were granted never earns any.
 */
@NullMarked
package phoneseller.reward;

import org.jspecify.annotations.NullMarked;
