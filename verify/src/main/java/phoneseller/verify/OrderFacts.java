package phoneseller.verify;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import phoneseller.verify.Row.EntryRow;
import phoneseller.verify.Row.OrderRow;
import phoneseller.verify.Row.PaymentRow;
import phoneseller.verify.Row.ShipmentRow;
import phoneseller.verify.Row.ViewRow;

/**
 * Everything that is kept of one order, in all places.
 *
 * @param entries of the ledger, in the order of booking
 * @param booked what the payment provider has in its books; null: they cannot be read
 * @param told what the topic has been told; null: it is not looked at
 */
record OrderFacts(
    long id,
    @Nullable OrderRow order,
    @Nullable PaymentRow payment,
    @Nullable ShipmentRow shipment,
    List<EntryRow> entries,
    @Nullable ViewRow view,
    @Nullable Booked booked,
    @Nullable Told told) {

  static final String NONE = "none";

  /** The provider's books of one order. */
  record Booked(int charges, long amount, int refunds) {

    static final Booked NOTHING = new Booked(0, 0, 0);
  }

  /** How many different events of a kind the topic has of one order. */
  record Told(int shipped, int granted) {

    static final Told NOTHING = new Told(0, 0);
  }

  /** What is known of an order that nobody knows. */
  static OrderFacts unknown(long id) {
    return new OrderFacts(id, null, null, null, List.of(), null, null, null);
  }

  OrderFacts with(@Nullable Booked books, @Nullable Told topic) {
    return new OrderFacts(id, order, payment, shipment, entries, view, books, topic);
  }

  String status() {
    return order == null ? NONE : order.status();
  }

  /** What an order without a price costs is nothing. */
  long price() {
    return order == null ? 0 : Objects.requireNonNullElse(order.price(), 0L);
  }

  long earned() {
    return price() / 10;
  }

  String process() {
    return payment == null ? NONE : payment.process();
  }

  String shipping() {
    return shipment == null ? NONE : shipment.process();
  }

  long points() {
    return entries.stream().mapToLong(EntryRow::point).sum();
  }

  /** The provider has refused the refund for good: points were taken back, and given back. */
  boolean refundRefused() {
    return process().equals("Payed")
        && !entries.isEmpty()
        && entries.getLast().given()
        && !entries.stream().allMatch(EntryRow::given);
  }

  /** Nothing happens to the order any more by itself. */
  boolean ended() {
    return switch (status()) {
      case "Shipped" -> process().equals("Payed");
      case "PayCancelled", "PayFailed" -> true;
      case "OrderCancelled" -> refundRefused();
      default -> false;
    };
  }
}
