package phoneseller.app.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import phoneseller.app.domain.OrderEvent.OrderWasCancelled;
import phoneseller.app.domain.OrderFact.LeftTheStore;
import phoneseller.app.domain.OrderFact.PaymentDeclined;
import phoneseller.app.domain.OrderFact.PaymentMade;
import phoneseller.app.domain.OrderFact.PaymentUndone;
import phoneseller.app.domain.OrderFact.PointsChanged;
import phoneseller.app.domain.OrderStatus.AwaitingPayment;
import phoneseller.app.domain.OrderStatus.Cancelled;
import phoneseller.app.domain.OrderStatus.Paid;
import phoneseller.app.domain.OrderStatus.PaymentCancelled;
import phoneseller.app.domain.OrderStatus.PaymentFailed;
import phoneseller.app.domain.OrderStatus.Shipped;

class OrderTest {

  private static final Purchase TWO_PHONES = Purchase.of("customer-1", "GX Note99", 2, 990_000L);
  private static final OrderFact GRANT = new PointsChanged(99_000, 1);
  private static final OrderFact RECLAIM = new PointsChanged(0, 2);
  private static final List<OrderFact> LIFE =
      List.of(new PaymentMade(), new LeftTheStore(), GRANT, RECLAIM, new PaymentUndone());

  @ParameterizedTest
  @CsvSource({
    "AwaitingPayment,  PaymentMade,     Paid,             0",
    "AwaitingPayment,  PaymentDeclined, PaymentFailed,    0",
    "AwaitingPayment,  PaymentUndone,   PaymentCancelled, 1",
    "AwaitingPayment,  LeftTheStore,    Shipped,          0",
    "Paid,             PaymentMade,     Paid,             0",
    "Paid,             PaymentDeclined, Paid,             0",
    "Paid,             PaymentUndone,   PaymentCancelled, 1",
    "Paid,             LeftTheStore,    Shipped,          0",
    "Shipped,          PaymentMade,     Shipped,          0",
    "Shipped,          PaymentDeclined, Shipped,          0",
    "Shipped,          PaymentUndone,   PaymentCancelled, 1",
    "Shipped,          LeftTheStore,    Shipped,          0",
    "Cancelled,        PaymentMade,     Cancelled,        0",
    "Cancelled,        PaymentDeclined, PaymentFailed,    0",
    "Cancelled,        PaymentUndone,   PaymentCancelled, 0",
    "Cancelled,        LeftTheStore,    Cancelled,        0",
    "PaymentCancelled, PaymentMade,     PaymentCancelled, 0",
    "PaymentCancelled, PaymentDeclined, PaymentCancelled, 0",
    "PaymentCancelled, PaymentUndone,   PaymentCancelled, 0",
    "PaymentCancelled, LeftTheStore,    PaymentCancelled, 0",
    "PaymentFailed,    PaymentMade,     PaymentFailed,    0",
    "PaymentFailed,    PaymentDeclined, PaymentFailed,    0",
    "PaymentFailed,    PaymentUndone,   PaymentFailed,    0",
    "PaymentFailed,    LeftTheStore,    PaymentFailed,    0",
  })
  void everyFactIsTakenInEveryStatus(String status, String fact, String next, int events) {
    var change = order(status(status)).learn(fact(fact));

    assertThat(change.order().status()).isEqualTo(status(next));
    assertThat(change.events()).hasSize(events);
    assertThat(change.changed()).isEqualTo(!status.equals(next));
    assertThat(change.order().learn(fact(fact)).changed()).isFalse();
  }

  @ParameterizedTest
  @MethodSource("cancellable")
  void aCancelIsAcceptedWhileThereMayBeSomethingToUndo(OrderStatus status) {
    var change = order(status).cancel();

    assertThat(change.order().status()).isEqualTo(new Cancelled());
    assertThat(change.events()).containsExactly(new OrderWasCancelled(change.order()));
  }

  static Stream<OrderStatus> cancellable() {
    return Stream.of(new AwaitingPayment(), new Paid(), new Shipped());
  }

  @Test
  void cancellingAgainChangesNothing() {
    assertThat(order(new Cancelled()).cancel().changed()).isFalse();
    assertThat(order(new PaymentCancelled()).cancel().changed()).isFalse();
  }

  @Test
  void aDeclinedOrderCannotBeCancelled() {
    assertThatThrownBy(() -> order(new PaymentFailed()).cancel())
        .isInstanceOf(IllegalTransition.class)
        .hasMessageContaining("cannot be cancelled");
  }

  @Test
  void aPaymentUndoneAtPayCancelsTheOrderOnce() {
    for (var facts : permutations(LIFE)) {
      var events = new ArrayList<OrderEvent>();
      var order = Order.placed(new OrderId(1), TWO_PHONES);
      for (var fact : twice(facts)) {
        var change = order.learn(fact);
        order = change.order();
        events.addAll(change.events());
      }
      assertThat(order.status()).as("%s", facts).isEqualTo(new PaymentCancelled());
      assertThat(pointsOf(order)).as("%s", facts).isZero();
      assertThat(events).as("%s", facts).hasSize(1);
    }
  }

  @Test
  void everyOrderOfArrivalAndEveryMomentOfTheCancelEndsAlike() {
    for (var facts : permutations(LIFE)) {
      int undone = facts.indexOf(new PaymentUndone());
      for (int moment = 0; moment <= undone; moment++) {
        var order = Order.placed(new OrderId(1), TWO_PHONES);
        for (int i = 0; i < facts.size(); i++) {
          order = i == moment ? order.cancel().order() : order;
          order = order.learn(facts.get(i)).order();
          order = order.learn(facts.get(i)).order();
        }
        assertThat(order.status()).as("%s, %s", facts, moment).isEqualTo(new PaymentCancelled());
        assertThat(pointsOf(order)).as("%s, %s", facts, moment).isZero();
      }
    }
  }

  @Test
  void anOrderThatNobodyCancelsEndsShippedWithItsPoints() {
    for (var facts : permutations(List.of(new PaymentMade(), new LeftTheStore(), GRANT))) {
      var order = Order.placed(new OrderId(1), TWO_PHONES);
      for (var fact : twice(facts)) {
        order = order.learn(fact).order();
      }
      assertThat(order.status()).isEqualTo(new Shipped());
      assertThat(pointsOf(order)).isEqualTo(99_000);
    }
  }

  @Test
  void pointsGivenBackAfterARefusedRefundCountAgain() {
    var order = order(new Cancelled()).learn(GRANT).order().learn(RECLAIM).order();

    assertThat(pointsOf(order.learn(new PointsChanged(99_000, 3)).order())).isEqualTo(99_000);
    assertThat(pointsOf(order.learn(GRANT).order())).isZero();
  }

  private static long pointsOf(Order order) {
    return Objects.requireNonNull(order.points()).points();
  }

  private static Order order(OrderStatus status) {
    return new Order(new OrderId(1), TWO_PHONES, status, null, 0);
  }

  private static OrderStatus status(String name) {
    return Stream.of(
            new AwaitingPayment(),
            new Paid(),
            new Shipped(),
            new Cancelled(),
            new PaymentCancelled(),
            new PaymentFailed())
        .filter(status -> status.getClass().getSimpleName().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static OrderFact fact(String name) {
    return Stream.of(
            new PaymentMade(), new PaymentDeclined(), new PaymentUndone(), new LeftTheStore())
        .filter(fact -> fact.getClass().getSimpleName().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static List<OrderFact> twice(List<OrderFact> facts) {
    var doubled = new ArrayList<>(facts);
    doubled.addAll(facts);
    return doubled;
  }

  private static List<List<OrderFact>> permutations(List<OrderFact> facts) {
    if (facts.isEmpty()) {
      return List.of(List.of());
    }
    var all = new ArrayList<List<OrderFact>>();
    for (var first : facts) {
      var rest = new ArrayList<>(facts);
      rest.remove(first);
      for (var tail : permutations(rest)) {
        all.add(Stream.concat(Stream.of(first), tail.stream()).toList());
      }
    }
    return all;
  }
}
