/**
 * What an order is, and what each thing that happens to it makes of it; and the catalogue, which
 * says what an order of one of its phones costs.
 *
 * <pre>{@code
 * stateDiagram-v2
 *   [*] --> AwaitingPayment: place
 *   AwaitingPayment --> Paid: payment made
 *   AwaitingPayment --> PaymentFailed: payment declined
 *   AwaitingPayment --> Shipped: shipped
 *   Paid --> Shipped: shipped
 *   AwaitingPayment --> Cancelled: cancel
 *   Paid --> Cancelled: cancel
 *   Shipped --> Cancelled: cancel
 *   Cancelled --> PaymentCancelled: payment cancelled
 *   Cancelled --> PaymentFailed: payment declined
 *   AwaitingPayment --> PaymentCancelled: payment cancelled
 *   Paid --> PaymentCancelled: payment cancelled
 *   Shipped --> PaymentCancelled: payment cancelled
 * }</pre>
 *
 * Whatever else arrives, again or late, changes nothing.
 */
@NullMarked
package phoneseller.app.domain;

import org.jspecify.annotations.NullMarked;
