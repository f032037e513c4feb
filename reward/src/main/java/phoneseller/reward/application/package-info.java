/**
 * What the ledger is asked to do: grant points for payments, take them back, give them back. Each
 * is one transaction over entries and their events, and may be repeated.
 */
@NullMarked
package phoneseller.reward.application;

import org.jspecify.annotations.NullMarked;
