/** The ledger's own database; a unique key over order and step decides who takes a step. */
@NullMarked
package phoneseller.reward.adapter.jdbc;

import org.jspecify.annotations.NullMarked;
