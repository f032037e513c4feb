/**
 * What a payment is, and what may become of it. There is one payment an order, under the order's
 * id.
 *
 * <pre>{@code
 * stateDiagram-v2
 *   [*] --> Requested: asked for
 *   [*] --> Paid: asked for, costs nothing
 *   [*] --> NeverRequested: order cancelled
 *   Requested --> Paid: provider approves
 *   Requested --> Declined: provider declines
 *   Requested --> Cancelling: cancel
 *   Paid --> Cancelling: cancel
 *   state Cancelling {
 *     [*] --> TakePointsBack
 *     TakePointsBack --> Refund: points taken back
 *     Refund --> GivePointsBack: refund refused for good
 *   }
 *   Cancelling --> Requested: direct, first attempt surely did nothing
 *   Cancelling --> Paid: direct, first attempt surely did nothing
 *   Cancelling --> Cancelled: refunded, or nothing to refund
 *   Cancelling --> RefundRefused: points given back, operator told
 *   Declined --> [*]
 *   Cancelled --> [*]
 *   NeverRequested --> [*]
 *   RefundRefused --> [*]
 * }</pre>
 *
 * A cancel by the order is never reverted. A direct one is, when its first attempt surely did
 * nothing and no order's cancel has joined it.
 */
@NullMarked
package phoneseller.pay.domain;

import org.jspecify.annotations.NullMarked;
