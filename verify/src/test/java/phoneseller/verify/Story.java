package phoneseller.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import phoneseller.verify.OrderFacts.Booked;
import phoneseller.verify.OrderFacts.Told;
import phoneseller.verify.Row.EntryRow;
import phoneseller.verify.Row.OrderRow;
import phoneseller.verify.Row.PaymentRow;
import phoneseller.verify.Row.ShipmentRow;
import phoneseller.verify.Row.ViewRow;

/** One order as all services have it, whole unless a test spoils something. */
final class Story {

  private static final long ID = 7;

  private final @Nullable Long price;
  private String status;
  private String customer = "kim";
  private @Nullable Long point;
  private @Nullable PaymentRow payment;
  private @Nullable ShipmentRow shipment;
  private final List<EntryRow> entries = new ArrayList<>();
  private @Nullable ViewRow view;
  private @Nullable Booked booked = Booked.NOTHING;
  private @Nullable Told told = Told.NOTHING;
  private boolean known = true;

  private Story(@Nullable Long price, String status) {
    this.price = price;
    this.status = status;
  }

  private long won() {
    return Objects.requireNonNullElse(price, 0L);
  }

  static Story placed(@Nullable Long price) {
    return new Story(price, "Ordered").shipment("Ordered").seen();
  }

  static Story shipped(@Nullable Long price) {
    var story = placed(price).status("Shipped").payment("Payed").shipment("Shipped");
    if (story.won() > 0) {
      story.booked(1, story.won(), 0);
    }
    if (story.won() >= 10) {
      story.entry(story.won() / 10, "Payed").point(story.won() / 10);
    }
    return story.told(1, story.entries.size()).seen();
  }

  /** Cancelled after it had left. */
  static Story returned(@Nullable Long price) {
    var story = shipped(price).status("PayCancelled").payment("PayCancelled", 0);
    if (story.won() > 0) {
      story.booked(1, story.won(), 1);
    }
    story.entry(story.won() >= 10 ? -story.won() / 10 : 0, "PayCancelled");
    return story.shipment("Returning").point(0L).seen();
  }

  static Story declined() {
    return placed(402L).status("PayFailed").payment("PayFailed").seen();
  }

  /** The refund was refused for good, after the cancel of the order. */
  static Story refused() {
    return shipped(403L)
        .status("OrderCancelled")
        .shipment("Returning")
        .entry(-40, "PayCancelled")
        .entry(40, "Payed")
        .told(1, 2)
        .seen();
  }

  Story status(String status) {
    this.status = status;
    return this;
  }

  Story customer(String customer) {
    this.customer = customer;
    return this;
  }

  Story point(@Nullable Long point) {
    this.point = point;
    return this;
  }

  Story payment(String process) {
    return payment(process, won());
  }

  Story payment(String process, long price) {
    payment = new PaymentRow(ID, price, process);
    return this;
  }

  Story noPayment() {
    payment = null;
    return this;
  }

  Story shipment(String process) {
    return shipment(process, "GX Note99");
  }

  Story shipment(String process, @Nullable String item) {
    shipment = new ShipmentRow(ID, item, process, item == null ? null : "kim");
    return this;
  }

  Story noShipment() {
    shipment = null;
    return this;
  }

  Story entry(long points, String process) {
    entries.add(new EntryRow(ID, points, process, "kim"));
    return this;
  }

  Story noEntries() {
    entries.clear();
    return this;
  }

  Story booked(int charges, long amount, int refunds) {
    booked = new Booked(charges, amount, refunds);
    return this;
  }

  Story told(int shipped, int granted) {
    told = new Told(shipped, granted);
    return this;
  }

  Story nobodyLooksAtBooksOrTopic() {
    booked = null;
    told = null;
    return this;
  }

  /** The view is as the order is now. */
  Story seen() {
    view = new ViewRow(ID, customer, "GX Note99", 2, price, status, point);
    return this;
  }

  Story seenAs(ViewRow row) {
    view = row;
    return this;
  }

  Story unseen() {
    view = null;
    return this;
  }

  /** app does not know it. */
  Story lost() {
    known = false;
    return this;
  }

  OrderFacts facts() {
    var order = known ? new OrderRow(ID, customer, "GX Note99", 2, status, price, point) : null;
    return new OrderFacts(ID, order, payment, shipment, List.copyOf(entries), view, booked, told);
  }

  List<Invariant> broken() {
    return broken(false);
  }

  List<Invariant> broken(boolean settled) {
    return new Laws(settled)
        .brokenBy(facts(), false).stream().map(Finding::invariant).distinct().toList();
  }
}
