package phoneseller.app.adapter.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static phoneseller.app.domain.Whose.EVERYBODYS;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.springframework.dao.OptimisticLockingFailureException;
import phoneseller.app.domain.CustomerId;
import phoneseller.app.domain.IdempotencyKeys;
import phoneseller.app.domain.IdempotencyKeys.Answer;
import phoneseller.app.domain.IdempotencyKeys.KeyTaken;
import phoneseller.app.domain.IdempotencyKeys.Known;
import phoneseller.app.domain.Order;
import phoneseller.app.domain.OrderFact.PaymentMade;
import phoneseller.app.domain.OrderFact.PointsChanged;
import phoneseller.app.domain.OrderId;
import phoneseller.app.domain.Orders;
import phoneseller.app.domain.Orders.Slice;
import phoneseller.app.domain.Orders.SortBy;
import phoneseller.app.domain.Purchase;
import phoneseller.app.domain.UnpaidOrders;
import phoneseller.app.domain.Whose;

/** What the APP expects of its orders and keys, wherever they are kept. */
abstract class OrdersContract {

  static final Instant NOON = Instant.parse("2026-11-22T12:00:00.123456Z");
  static final Purchase PHONE = Purchase.of("customer-1", "GX 노트99", 2, 990_000L);
  static final Purchase GIFT = Purchase.of(null, "test", 1, null);
  private static final CustomerId CUSTOMER = new CustomerId("customer-1");

  abstract Orders orders();

  abstract UnpaidOrders unpaid();

  abstract IdempotencyKeys keys();

  abstract void inTransaction(Runnable work);

  final void save(Order... changed) {
    inTransaction(() -> orders().save(List.of(changed)));
  }

  @Test
  void anOrderIsFoundAsItWasPlaced() {
    var phone = place(PHONE);
    var gift = place(GIFT);

    assertThat(orders().find(phone.id())).contains(Order.placed(phone.id(), PHONE));
    assertThat(orders().find(gift.id())).contains(Order.placed(gift.id(), GIFT));
    assertThat(orders().find(new OrderId(999))).isEmpty();
    assertThat(orders().findAll(List.of(gift.id(), new OrderId(999)))).containsOnlyKeys(gift.id());
    assertThat(orders().findAll(List.of())).isEmpty();
  }

  @Test
  void aChangeIsFoundAgain() {
    var changed =
        place(PHONE).learn(new PaymentMade()).order().learn(new PointsChanged(99_000, 7)).order();

    save(changed);
    save();

    var found = orders().find(changed.id()).orElseThrow();
    assertThat(found.status()).isEqualTo(changed.status());
    assertThat(found.points()).isEqualTo(changed.points());
    assertThat(found.version()).isEqualTo(1);
  }

  @Test
  void aChangeOfWhatHasChangedMeanwhileIsRefused() {
    var order = place(PHONE);
    save(order.learn(new PaymentMade()).order());

    assertThatThrownBy(() -> save(order.cancel().order()))
        .isInstanceOf(OptimisticLockingFailureException.class);
  }

  @Test
  void allAreReadPartByPartAfterAnId() {
    var placed = List.of(place(PHONE).id(), place(GIFT).id(), place(PHONE).id());

    var first = orders().after(EVERYBODYS, placed.getFirst().value() - 1, 2);
    var second = orders().after(EVERYBODYS, first.getLast().id().value(), 2);

    assertThat(first).extracting(Order::id).isEqualTo(placed.subList(0, 2));
    assertThat(second).extracting(Order::id).isEqualTo(placed.subList(2, 3));
    assertThat(orders().after(EVERYBODYS, placed.getLast().value(), 2)).isEmpty();
    assertThat(orders().after(EVERYBODYS, Long.MAX_VALUE, 1000)).isEmpty();
  }

  @Test
  void pagesFollowTheIds() {
    var placed = List.of(place(PHONE).id(), place(GIFT).id(), place(PHONE).id());

    assertThat(orders().count(EVERYBODYS)).isEqualTo(3);
    assertThat(ids(new Slice(SortBy.ID, false, 0, 2))).isEqualTo(placed.subList(0, 2));
    assertThat(ids(new Slice(SortBy.ID, false, 2, 2))).isEqualTo(placed.subList(2, 3));
    assertThat(ids(new Slice(SortBy.ID, true, 0, 3))).isEqualTo(placed.reversed());
    assertThat(ids(new Slice(SortBy.ID, false, 9, 2))).isEmpty();
  }

  @Test
  void everySortingIsAccepted() {
    place(PHONE);
    for (var by : SortBy.values()) {
      assertThat(ids(new Slice(by, true, 0, 5))).hasSize(1);
      assertThat(orders().page(new Whose(CUSTOMER), new Slice(by, true, 0, 5))).hasSize(1);
    }
  }

  @Test
  void aCustomersOrdersAreTheirsAlone() {
    var mine = List.of(place(PHONE).id(), place(PHONE).id());
    var anothers = place(GIFT).id();
    var whose = new Whose(CUSTOMER);

    assertThat(orders().count(whose)).isEqualTo(2);
    assertThat(orders().page(whose, new Slice(SortBy.ID, true, 0, 9)))
        .extracting(Order::id)
        .isEqualTo(mine.reversed());
    assertThat(orders().page(whose, new Slice(SortBy.ID, false, 1, 9)))
        .extracting(Order::id)
        .isEqualTo(mine.subList(1, 2));
    assertThat(orders().after(whose, mine.getFirst().value(), 9))
        .extracting(Order::id)
        .isEqualTo(mine.subList(1, 2));
    assertThat(orders().find(anothers)).get().matches(order -> !whose.includes(order));
    assertThat(orders().count(new Whose(new CustomerId("nobody")))).isZero();
  }

  @Test
  void anOpenPaymentHasItsTurnOnceAndThenLaterAndLater() {
    var order = place(PHONE);

    assertThat(taken(NOON.plusSeconds(4))).isEmpty();
    assertThat(taken(NOON.plusSeconds(5))).containsExactly(order.id());
    assertThat(taken(NOON.plusSeconds(5))).isEmpty();
    assertThat(taken(NOON.plusSeconds(10))).containsExactly(order.id());
    assertThat(taken(NOON.plusSeconds(15))).as("ten seconds this time").isEmpty();
    assertThat(taken(NOON.plusSeconds(20))).containsExactly(order.id());
    assertThat(taken(NOON.plusSeconds(40))).containsExactly(order.id());
    assertThat(taken(NOON.plusSeconds(59))).as("thirty at most, twenty at least").isEmpty();
    assertThat(taken(NOON.plusSeconds(70))).containsExactly(order.id());
  }

  @Test
  void aKnownPaymentHasNoTurn() {
    save(place(PHONE).learn(new PaymentMade()).order());
    save(place(GIFT).cancel().order());

    assertThat(taken(NOON.plusSeconds(500))).isEmpty();
  }

  @Test
  void pointsAloneLeaveAPaymentOpen() {
    var order = place(PHONE);
    save(order.learn(new PointsChanged(1, 1)).order());

    assertThat(taken(NOON.plusSeconds(5))).containsExactly(order.id());
  }

  @Test
  void aKeyIsClaimedOnceByEachCustomer() {
    keys().claim(PHONE, "key", new OrderId(1), NOON);
    keys().claim(Purchase.of("customer-2", "test", 1, 5L), "key", new OrderId(2), NOON);

    assertThat(keys().find(CUSTOMER, "key")).contains(new Known(new OrderId(1), null, NOON, true));
    assertThat(keys().find(CUSTOMER, "other")).isEmpty();
    assertThatThrownBy(() -> keys().claim(PHONE, "key", new OrderId(3), NOON))
        .isInstanceOf(KeyTaken.class);
  }

  @Test
  void aKeyRemembersWhetherItsRequestNamedAPrice() {
    var unpriced = PHONE.at(null);
    keys().claim(unpriced, "unpriced", new OrderId(1), NOON);
    keys().claim(PHONE, "priced", new OrderId(2), NOON);

    assertThat(keys().find(CUSTOMER, "unpriced").orElseThrow().asked(PHONE)).isEqualTo(unpriced);
    assertThat(keys().find(CUSTOMER, "priced").orElseThrow().asked(PHONE)).isEqualTo(PHONE);
  }

  @Test
  void anAnswerIsKept() {
    keys().claim(PHONE, "key", new OrderId(1), NOON);
    keys().answered(CUSTOMER, "key", Answer.DECLINED);

    assertThat(keys().find(CUSTOMER, "key"))
        .contains(new Known(new OrderId(1), Answer.DECLINED, NOON, true));
  }

  @Test
  void oldKeysAreForgotten() {
    keys().claim(PHONE, "old", new OrderId(1), NOON);
    keys().claim(PHONE, "new", new OrderId(2), NOON.plusSeconds(1));

    keys().forgetBefore(NOON.plusSeconds(1));

    assertThat(keys().find(CUSTOMER, "old")).isEmpty();
    assertThat(keys().find(CUSTOMER, "new")).isPresent();
  }

  Order place(Purchase purchase) {
    return orders().place(purchase, NOON, NOON.plusSeconds(5));
  }

  private List<OrderId> ids(Slice slice) {
    return orders().page(EVERYBODYS, slice).stream().map(Order::id).toList();
  }

  private List<OrderId> taken(Instant now) {
    var taken = new ConcurrentLinkedQueue<OrderId>();
    int handed = unpaid().take(now, Duration.ofSeconds(30), 10, order -> taken.add(order.id()));
    assertThat(handed).isEqualTo(taken.size());
    return List.copyOf(taken);
  }
}
