/**
 * The dealer's side of the shop. A shipment leaves when its order is both placed and paid; an order
 * cancelled before that never ships, and one cancelled after it comes back as a return, until a
 * dealer has taken it. The row of the shipment decides which of the two it is.
 */
@NullMarked
package phoneseller.store;

import org.jspecify.annotations.NullMarked;
