/** The topic as the ledger sees it: payments come in, points granted and taken back go out. */
@NullMarked
package phoneseller.reward.adapter.events;

import org.jspecify.annotations.NullMarked;
