/**
 * What the store decides: a shipment waits until its order is placed and paid, in whichever order
 * the news arrives, and a cancel counts from the moment the shipment hears of it.
 *
 * <pre>{@code
 * stateDiagram-v2
 *   state both <<choice>>
 *   [*] --> AwaitingPayment: ordered
 *   [*] --> AwaitingOrder: paid
 *   [*] --> Cancelled: cancelled
 *   AwaitingPayment --> both: paid
 *   AwaitingOrder --> both: ordered
 *   both --> Shipped: automatic
 *   both --> Ready: by hand
 *   Ready --> Shipped: a dealer ships it
 *   AwaitingPayment --> Cancelled: cancelled
 *   AwaitingOrder --> Cancelled: cancelled
 *   Ready --> Cancelled: cancelled
 *   Shipped --> Returning: cancelled
 *   Returning --> Returned: a dealer takes it back
 * }</pre>
 *
 * Whatever else arrives, again or late, changes nothing.
 */
@NullMarked
package phoneseller.store.domain;

import org.jspecify.annotations.NullMarked;
