package phoneseller.customer;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
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
import phoneseller.messaging.Delivery;

/** The events of one order of two phones for 990000 won, as their publishers send them. */
public record Life(long order, @Nullable String customer, Instant placed) {

  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMddHHmmss").withZone(ZoneOffset.UTC);

  public static Life of(long order, @Nullable String customer) {
    return new Life(order, customer, Instant.parse("2026-11-22T12:00:00Z").plusSeconds(60 * order));
  }

  /** Ordered, paid, shipped and rewarded, then cancelled and undone. */
  public List<Delivery<ShopEvent>> whole() {
    return List.of(
        ordered(), paid(), shipped(), rewarded(), cancelled(), reclaimed(), payCancelled());
  }

  public Delivery<ShopEvent> ordered() {
    return from(
        "/app",
        "o1",
        0,
        new Ordered(stamp(0), order, "GX Note99", 2, "Ordered", null, 990_000L, null, customer));
  }

  public Delivery<ShopEvent> paid() {
    return from(
        "/pay", "p1", 1, new PayCompleted(stamp(1), order, order, 990_000, "Payed", customer));
  }

  public Delivery<ShopEvent> declined() {
    return from(
        "/pay", "p1", 1, new PayFailed(stamp(1), order, order, 990_000, "PayFailed", customer));
  }

  public Delivery<ShopEvent> shipped() {
    return from(
        "/store",
        "s1",
        2,
        new Shipped(stamp(2), order, order, null, "GX Note99", "Shipped", customer));
  }

  public Delivery<ShopEvent> rewarded() {
    return reward(
        "r1", 3, new RewardCompleted(stamp(3), entry(1), order, 99_000, "Payed", customer));
  }

  public Delivery<ShopEvent> cancelled() {
    return from(
        "/app",
        "o2",
        4,
        new OrderCancelled(
            stamp(4), order, "GX Note99", 2, "OrderCancelled", null, 990_000L, 99_000L, customer));
  }

  public Delivery<ShopEvent> reclaimed() {
    return reclaimed(-99_000);
  }

  public Delivery<ShopEvent> reclaimed(long point) {
    return reward(
        "r2", 5, new RewardCancelled(stamp(5), entry(2), order, point, "PayCancelled", customer));
  }

  public Delivery<ShopEvent> givenBack() {
    return reward(
        "r3", 6, new RewardCompleted(stamp(6), entry(3), order, 99_000, "Payed", customer));
  }

  public Delivery<ShopEvent> payCancelled() {
    return from(
        "/pay", "p2", 6, new PayCancelled(stamp(6), order, order, 0, "PayCancelled", customer));
  }

  public long entry(int number) {
    return 10 * order + number;
  }

  private Delivery<ShopEvent> reward(String id, int second, ShopEvent event) {
    return from("/reward", id, second, event);
  }

  private Delivery<ShopEvent> from(String source, String id, int second, ShopEvent event) {
    int partition = (int) (order % 12);
    var time = placed.plusSeconds(second);
    return new Delivery<>(event, source, id, time, partition, "shopping-" + order);
  }

  private String stamp(int second) {
    return STAMP.format(placed.plusSeconds(second));
  }
}
