package phoneseller.customer.projection;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import phoneseller.contracts.OrderCancelled;
import phoneseller.contracts.Ordered;
import phoneseller.contracts.PayCancelled;
import phoneseller.contracts.PayCompleted;
import phoneseller.contracts.PayFailed;
import phoneseller.contracts.RewardCancelled;
import phoneseller.contracts.RewardCompleted;
import phoneseller.contracts.Shipped;
import phoneseller.contracts.ShopEvent;
import phoneseller.customer.view.Step;
import phoneseller.messaging.Delivery;

/**
 * One entry of an order's timeline: the facts of one event. Publisher and event id tell entries
 * apart; sorting them gives the order in which things happened.
 *
 * @param rowId the publisher's own row; of reward the entry of its ledger
 * @param correlationId of the work that caused it; null in what was kept before it was
 */
record Happening(
    long orderId,
    String source,
    String eventId,
    Step step,
    Instant at,
    long rowId,
    @Nullable String customerId,
    @Nullable String item,
    @Nullable Integer qty,
    @Nullable Long price,
    @Nullable Long point,
    @Nullable String correlationId)
    implements Comparable<Happening> {

  private static final int LONGEST_NAME = 100;
  private static final int LONGEST_CUSTOMER = 64;
  private static final int LONGEST_ITEM = 200;
  private static final Comparator<Happening> ORDER =
      Comparator.comparing(Happening::at)
          .thenComparing(Happening::step)
          .thenComparing(Happening::source)
          .thenComparing(Happening::eventId);

  Happening {
    check("source", source, LONGEST_NAME);
    check("event id", eventId, LONGEST_NAME);
    check("customerId", customerId, LONGEST_CUSTOMER);
    check("item", item, LONGEST_ITEM);
    at = at.truncatedTo(ChronoUnit.MICROS);
  }

  static Happening of(Delivery<ShopEvent> delivery) {
    return switch (delivery.event()) {
      case Ordered e -> order(delivery, Step.ORDERED, e.item(), e.qty(), e.price());
      case OrderCancelled e -> order(delivery, Step.ORDER_CANCELLED, e.item(), e.qty(), e.price());
      case PayCompleted e -> other(delivery, Step.PAY_COMPLETED, e.price(), null);
      case PayCancelled e -> other(delivery, Step.PAY_CANCELLED, e.price(), null);
      case PayFailed e -> other(delivery, Step.PAY_FAILED, e.price(), null);
      case Shipped _ -> other(delivery, Step.SHIPPED, null, null);
      case RewardCompleted e -> other(delivery, Step.REWARD_COMPLETED, null, e.point());
      case RewardCancelled e -> other(delivery, Step.REWARD_CANCELLED, null, e.point());
    };
  }

  /** An order without a customer is a guest's; other publishers may simply not know. */
  private static Happening order(
      Delivery<ShopEvent> delivery, Step step, String item, int qty, @Nullable Long price) {
    ShopEvent event = delivery.event();
    String customer = event.customerId() == null ? "guest" : event.customerId();
    return new Happening(
        event.order(),
        delivery.source(),
        delivery.id(),
        step,
        delivery.time(),
        event.id(),
        customer,
        item,
        qty,
        price,
        null,
        delivery.correlationId());
  }

  private static Happening other(
      Delivery<ShopEvent> delivery, Step step, @Nullable Long price, @Nullable Long point) {
    ShopEvent event = delivery.event();
    return new Happening(
        event.order(),
        delivery.source(),
        delivery.id(),
        step,
        delivery.time(),
        event.id(),
        event.customerId(),
        null,
        null,
        price,
        point,
        delivery.correlationId());
  }

  boolean is(Step one) {
    return step == one;
  }

  boolean sameEventAs(Happening other) {
    return orderId == other.orderId && source.equals(other.source) && eventId.equals(other.eventId);
  }

  @Override
  public int compareTo(Happening other) {
    return ORDER.compare(this, other);
  }

  private static void check(String name, @Nullable String text, int longest) {
    if (text != null && (text.isBlank() || text.length() > longest)) {
      throw new IllegalArgumentException(name + " is blank or over " + longest + " characters");
    }
  }
}
