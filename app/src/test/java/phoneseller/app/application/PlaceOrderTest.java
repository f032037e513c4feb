package phoneseller.app.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import phoneseller.app.InMemoryCatalogue;
import phoneseller.app.InMemoryShop;
import phoneseller.app.application.FollowOrders.News;
import phoneseller.app.application.Placement.Declined;
import phoneseller.app.application.Placement.KeyReused;
import phoneseller.app.application.Placement.PaymentOpen;
import phoneseller.app.application.Placement.Placed;
import phoneseller.app.application.Placement.Refused;
import phoneseller.app.application.Placement.Running;
import phoneseller.app.domain.Assortment;
import phoneseller.app.domain.IllegalTransition;
import phoneseller.app.domain.Order;
import phoneseller.app.domain.OrderFact.PaymentMade;
import phoneseller.app.domain.OrderId;
import phoneseller.app.domain.OrderStatus.AwaitingPayment;
import phoneseller.app.domain.OrderStatus.Paid;
import phoneseller.app.domain.OrderStatus.PaymentCancelled;
import phoneseller.app.domain.OrderStatus.PaymentFailed;
import phoneseller.app.domain.Payments.Answer;
import phoneseller.app.domain.Purchase;
import phoneseller.app.domain.Whose;

class PlaceOrderTest {

  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
  private static final Purchase PHONE = Purchase.of("customer-1", "test", 1, 495_000L);
  private static final OrderId FIRST = new OrderId(1);

  private final InMemoryShop shop = new InMemoryShop();
  private final FollowOrders follow = new FollowOrders(shop, shop);
  private final AskForPayment ask = new AskForPayment(shop, follow);
  private final PricePurchase price =
      new PricePurchase(new InMemoryCatalogue(), Assortment.ANYTHING);
  private final AcceptOrder accept = new AcceptOrder(shop, shop, shop, price);
  private final PlaceOrder placeOrder = new PlaceOrder(shop, shop, shop, accept, ask);
  private final FollowUpPayments followUp = new FollowUpPayments(shop, shop, shop, ask, follow);
  private final CancelOrder cancel = new CancelOrder(shop, shop);

  @Test
  void aDeclinedPaymentEndsTheOrder() {
    shop.answers.add(Answer.DECLINED);

    assertThat(place(null)).isInstanceOf(Declined.class);
    assertThat(stored().status()).isEqualTo(new PaymentFailed());
    assertThatThrownBy(() -> cancel.cancel(Whose.EVERYBODYS, FIRST, NOON))
        .isInstanceOf(IllegalTransition.class);
  }

  @Test
  void anOrderThatIsStoredIsTakenEvenIfItsDeclineCannotBeStored() {
    shop.answers.addAll(List.of(Answer.DECLINED, Answer.DECLINED));
    shop.databaseAway = true;

    assertThat(place(null)).isInstanceOf(PaymentOpen.class);

    shop.databaseAway = false;
    followUp.followUp(NOON.plusSeconds(5));
    assertThat(stored().status()).isEqualTo(new PaymentFailed());
  }

  @Test
  void anUnansweredPaymentIsAskedForUntilItIsKnown() {
    shop.answers.addAll(List.of(Answer.OPEN, Answer.OPEN, Answer.OPEN));

    assertThat(place(null)).isInstanceOf(PaymentOpen.class);
    followUp.followUp(NOON.plusSeconds(4));
    assertThat(shop.asked).as("not yet").hasSize(1);
    for (int second = 5; second < 60; second++) {
      followUp.followUp(NOON.plusSeconds(second));
    }

    assertThat(shop.asked).hasSize(4).containsOnly(FIRST);
    assertThat(stored().status()).isEqualTo(new Paid());
  }

  @Test
  void anOrderWhoseRequestDiedBeforePayWasAskedIsPaidAllTheSame() {
    accept.accept(PHONE, "key", NOON);

    followUp.followUp(NOON.plusSeconds(5));

    assertThat(stored().status()).isEqualTo(new Paid());
    assertThat(place("key", NOON.plusSeconds(6))).isEqualTo(new Running());
    assertThat(place("key", NOON.plusSeconds(16))).isEqualTo(new Placed(asPlaced()));
    assertThat(shop.asked).hasSize(1);
  }

  @Test
  void whilePayIsAwayOneOrderFindsOutAndTheOthersKeepTheirTurn() {
    for (int i = 0; i < 100; i++) {
      accept.accept(PHONE, null, NOON);
    }
    shop.reachable = false;
    shop.answers.add(Answer.OPEN);

    assertThat(followUp.followUp(NOON.plusSeconds(5))).as("no more for now").isFalse();
    assertThat(shop.asked).hasSize(1);

    shop.reachable = true;
    int rounds = 1;
    while (followUp.followUp(NOON.plusSeconds(6))) {
      rounds++;
    }
    assertThat(shop.asked).as("all the others, at once").hasSize(100);
    assertThat(rounds).isEqualTo(4);
  }

  @Test
  void aCancelledOrderIsNotAskedForAnyMore() {
    shop.answers.add(Answer.OPEN);
    place(null);

    cancel.cancel(Whose.EVERYBODYS, FIRST, NOON);
    followUp.followUp(NOON.plusSeconds(60));

    assertThat(shop.asked).hasSize(1);
  }

  @Test
  void anOrderThatPayKnowsAsUndoneIsUndone() {
    shop.answers.add(Answer.UNDONE);

    assertThat(place(null)).isInstanceOf(PaymentOpen.class);
    assertThat(stored().status()).isEqualTo(new PaymentCancelled());
  }

  @Test
  void whilePaymentsAreRefusedNothingIsStored() {
    shop.refusal = Duration.ofSeconds(7);

    assertThat(place("key")).isEqualTo(new Refused(Duration.ofSeconds(7)));
    assertThat(shop.count(Whose.EVERYBODYS)).isZero();
    assertThat(shop.published).isEmpty();

    shop.refusal = null;
    assertThat(place("key")).isEqualTo(new Placed(asPlaced()));
    assertThat(shop.count(Whose.EVERYBODYS)).isOne();
  }

  @Test
  void aRepeatedRequestIsOneOrderAndTheSameAnswer() {
    assertThat(place("key")).isEqualTo(new Placed(asPlaced()));
    follow.follow(List.of(new News(FIRST, new PaymentMade())), NOON);
    shop.refusal = Duration.ofSeconds(7);

    assertThat(place("key")).isEqualTo(new Placed(asPlaced()));
    assertThat(shop.count(Whose.EVERYBODYS)).isOne();
    assertThat(shop.asked).hasSize(1);
    assertThat(shop.published).hasSize(1);
  }

  @Test
  void aRepeatedRequestIsToldOfTheDeclineToo() {
    shop.answers.add(Answer.DECLINED);
    place("key");

    assertThat(place("key")).isInstanceOf(Declined.class);
    assertThat(shop.asked).hasSize(1);
  }

  @Test
  void anAnswerThatWasLeftOpenIsGivenAsTheOrderStandsNow() {
    shop.answers.add(Answer.OPEN);
    place("key");

    assertThat(place("key")).isInstanceOf(PaymentOpen.class);
    follow.follow(List.of(new News(FIRST, new PaymentMade())), NOON);
    assertThat(place("key")).isInstanceOf(Placed.class);
  }

  @Test
  void aKeyBelongsToOneRequestOfOneCustomer() {
    place("key");

    var dearer = Purchase.of("customer-1", "test", 2, 990_000L);
    assertThat(placeOrder.place(dearer, "key", NOON)).isEqualTo(new KeyReused());
    var other = Purchase.of("customer-2", "test", 1, 495_000L);
    assertThat(placeOrder.place(other, "key", NOON)).isInstanceOf(Placed.class);
  }

  @Test
  void anAdmissionThatIsNotUsedIsGivenBack() {
    accept.accept(PHONE, "key", NOON.minusSeconds(1));
    int before = shop.admitted;

    assertThat(place("key")).isEqualTo(new Running());
    assertThat(shop.admitted).isEqualTo(before);
  }

  @Test
  void keysAreForgottenAfterAWeek() {
    place("key");

    followUp.forgetOldKeys(NOON.plus(Duration.ofDays(7)));
    assertThat(shop.find(PHONE.customer(), "key")).isPresent();
    followUp.forgetOldKeys(NOON.plus(Duration.ofDays(7)).plusSeconds(1));
    assertThat(shop.find(PHONE.customer(), "key")).isEmpty();
  }

  @Test
  void newsOfAnUnknownOrderChangesNothing() {
    follow.follow(List.of(new News(new OrderId(99), new PaymentMade())), NOON);

    assertThat(shop.count(Whose.EVERYBODYS)).isZero();
  }

  @Test
  void severalFactsOfOneOrderInABatchAreOneWrite() {
    place(null);

    follow.follow(
        List.of(
            new News(FIRST, new PaymentMade()),
            new News(FIRST, new PaymentMade()),
            new News(FIRST, new phoneseller.app.domain.OrderFact.LeftTheStore())),
        NOON);

    assertThat(stored().version()).isOne();
    assertThat(stored().status()).isNotEqualTo(new AwaitingPayment());
  }

  private Placement place(@Nullable String key) {
    return place(key, NOON);
  }

  private Placement place(@Nullable String key, Instant now) {
    return placeOrder.place(PHONE, key, now);
  }

  private Order stored() {
    return shop.find(FIRST).orElseThrow();
  }

  private static Order asPlaced() {
    return Order.placed(FIRST, PHONE);
  }
}
