/** The ledger over HTTP: entries for everybody to read, reclaims for pay alone. */
@NullMarked
package phoneseller.reward.adapter.web;

import org.jspecify.annotations.NullMarked;
