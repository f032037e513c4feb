/**
 * What the store does: follow the orders of the shop, ship when a dealer says so, and take back.
 * Each is one transaction over the shipments and the events they cause.
 */
@NullMarked
package phoneseller.store.application;

import org.jspecify.annotations.NullMarked;
