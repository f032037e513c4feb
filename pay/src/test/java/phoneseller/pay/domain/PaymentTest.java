package phoneseller.pay.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import phoneseller.pay.domain.PaymentEvent.PaymentCancelled;
import phoneseller.pay.domain.PaymentEvent.PaymentCompleted;
import phoneseller.pay.domain.PaymentEvent.RefundWasRefused;
import phoneseller.pay.domain.PaymentStatus.Cancelled;
import phoneseller.pay.domain.PaymentStatus.Cancelling;
import phoneseller.pay.domain.PaymentStatus.Declined;
import phoneseller.pay.domain.PaymentStatus.NeverRequested;
import phoneseller.pay.domain.PaymentStatus.Origin;
import phoneseller.pay.domain.PaymentStatus.Paid;
import phoneseller.pay.domain.PaymentStatus.RefundRefused;
import phoneseller.pay.domain.PaymentStatus.Requested;
import phoneseller.pay.domain.PaymentStatus.Step.GivePointsBack;
import phoneseller.pay.domain.PaymentStatus.Step.Refund;
import phoneseller.pay.domain.PaymentStatus.Step.TakePointsBack;

class PaymentTest {

  private static final Charge CHARGE = new Charge(new UUID(0, 1), new Won(990_000));

  /** Every state that a payment can be in. */
  @SuppressWarnings("ImmutableEnumChecker") // a status is a record of records
  enum State {
    REQUESTED(new Requested(CHARGE)),
    PAID(new Paid(CHARGE)),
    DECLINED(new Declined(CHARGE, "no money")),
    TAKING_BACK_DIRECT(new Cancelling(CHARGE, true, Origin.DIRECT, new TakePointsBack())),
    TAKING_BACK_UNPAID(new Cancelling(CHARGE, false, Origin.DIRECT, new TakePointsBack())),
    TAKING_BACK(new Cancelling(CHARGE, true, Origin.ORDER, new TakePointsBack())),
    REFUNDING_DIRECT(new Cancelling(CHARGE, true, Origin.DIRECT, new Refund())),
    REFUNDING(new Cancelling(CHARGE, true, Origin.ORDER, new Refund())),
    GIVING_BACK_DIRECT(new Cancelling(CHARGE, true, Origin.DIRECT, new GivePointsBack("no"))),
    GIVING_BACK(new Cancelling(CHARGE, true, Origin.ORDER, new GivePointsBack("no"))),
    CANCELLED(new Cancelled(CHARGE)),
    NEVER_REQUESTED(new NeverRequested()),
    REFUND_REFUSED(new RefundRefused(CHARGE, "no"));

    private final PaymentStatus status;

    State(PaymentStatus status) {
      this.status = status;
    }

    Payment payment() {
      return new Payment(new OrderId(2), new CustomerId("customer-1"), status, 1, 1);
    }

    static State of(Payment payment) {
      for (var state : values()) {
        if (state.status.equals(payment.status())) {
          return state;
        }
      }
      throw new AssertionError(payment);
    }
  }

  private static Change tell(Payment payment, String message) {
    return switch (message) {
      case "approved" -> payment.approved();
      case "declined" -> payment.declined("no money");
      case "orderCancelled" -> payment.orderCancelled();
      case "cancel" -> payment.cancel();
      case "pointsTakenBack" -> payment.pointsTakenBack();
      case "noPointsTakenBack" -> payment.noPointsTakenBack();
      case "refunded" -> payment.refunded();
      case "refundRefused" -> payment.refundRefused("no");
      case "pointsGivenBack" -> payment.pointsGivenBack();
      default -> throw new AssertionError(message);
    };
  }

  /** What is not in this table changes nothing, or is refused where the last rows say so. */
  @ParameterizedTest
  @CsvSource({
    "REQUESTED, approved, PAID, PaymentCompleted",
    "REQUESTED, declined, DECLINED, PaymentDeclined",
    "PAID, orderCancelled, TAKING_BACK,",
    "PAID, cancel, TAKING_BACK_DIRECT,",
    "REQUESTED, cancel, TAKING_BACK_UNPAID,",
    "TAKING_BACK_DIRECT, orderCancelled, TAKING_BACK,",
    "TAKING_BACK_DIRECT, pointsTakenBack, REFUNDING_DIRECT,",
    "TAKING_BACK_DIRECT, noPointsTakenBack, PAID,",
    "TAKING_BACK_UNPAID, noPointsTakenBack, REQUESTED,",
    "TAKING_BACK, pointsTakenBack, REFUNDING,",
    "REFUNDING_DIRECT, orderCancelled, REFUNDING,",
    "REFUNDING_DIRECT, refunded, CANCELLED, PaymentCancelled",
    "REFUNDING_DIRECT, refundRefused, GIVING_BACK_DIRECT,",
    "REFUNDING, refunded, CANCELLED, PaymentCancelled",
    "REFUNDING, refundRefused, GIVING_BACK,",
    "GIVING_BACK_DIRECT, orderCancelled, GIVING_BACK,",
    "GIVING_BACK_DIRECT, pointsGivenBack, REFUND_REFUSED, PaymentCompleted RefundWasRefused",
    "GIVING_BACK, pointsGivenBack, REFUND_REFUSED, PaymentCompleted RefundWasRefused",
  })
  void aMessageWhoseTurnItIsMovesThePaymentOn(
      State before, String message, State after, String event) {
    var change = tell(before.payment(), message);

    assertThat(State.of(change.payment())).isEqualTo(after);
    assertThat(change.changed()).isTrue();
    assertThat(change.events().stream().map(e -> e.getClass().getSimpleName()))
        .isEqualTo(event == null ? List.of() : List.of(event.split(" ")));
    assertThat(change.events()).allMatch(e -> e.payment().equals(change.payment()));
  }

  @ParameterizedTest
  @CsvSource({
    "approved, REQUESTED",
    "declined, REQUESTED",
    "orderCancelled, REQUESTED PAID TAKING_BACK_DIRECT TAKING_BACK_UNPAID REFUNDING_DIRECT"
        + " GIVING_BACK_DIRECT",
    "pointsTakenBack, TAKING_BACK_DIRECT TAKING_BACK_UNPAID TAKING_BACK",
    "noPointsTakenBack, TAKING_BACK_DIRECT TAKING_BACK_UNPAID",
    "refunded, REFUNDING_DIRECT REFUNDING",
    "refundRefused, REFUNDING_DIRECT REFUNDING",
    "pointsGivenBack, GIVING_BACK_DIRECT GIVING_BACK",
  })
  void anyOtherMessageChangesNothing(String message, String statesItMoves) {
    var moved = Set.of(statesItMoves.split(" "));
    for (var state : State.values()) {
      var change = tell(state.payment(), message);

      assertThat(change.changed())
          .as("%s in %s", message, state)
          .isEqualTo(moved.contains(state.name()));
      if (!change.changed()) {
        assertThat(change).isEqualTo(Change.none(state.payment()));
      }
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = State.class,
      names = {"DECLINED", "REFUND_REFUSED"})
  void whereNothingIsToBeUndoneADirectCancelIsRefused(State state) {
    assertThatThrownBy(() -> state.payment().cancel()).isInstanceOf(IllegalTransition.class);
  }

  @ParameterizedTest
  @EnumSource(
      value = State.class,
      names = {"CANCELLED", "NEVER_REQUESTED"})
  void aRepeatedDirectCancelChangesNothing(State state) {
    assertThat(state.payment().cancel()).isEqualTo(Change.none(state.payment()));
  }

  @Test
  void aDirectCancelOfOneThatIsBeingCancelledIsAnotherAttempt() {
    var joined = State.TAKING_BACK_DIRECT.payment().cancel().payment();

    assertThat(joined.status()).isEqualTo(State.TAKING_BACK_DIRECT.payment().status());
    assertThat(joined.attempts()).isEqualTo(2);
  }

  @Test
  void onlyTheFirstAttemptOfADirectCancelCanBeCalledOff() {
    var second = State.TAKING_BACK_DIRECT.payment().attempted();

    assertThat(second.noPointsTakenBack().changed()).isFalse();
    assertThat(State.TAKING_BACK.payment().noPointsTakenBack().changed()).isFalse();
  }

  @Test
  void aPaymentThatNobodyHeardOfIsToldWhenItsRefundIsRefused() {
    var unpaid =
        new Payment(
            new OrderId(2),
            null,
            new Cancelling(CHARGE, false, Origin.ORDER, new GivePointsBack("no")),
            3,
            5);

    var stands = unpaid.pointsGivenBack();

    assertThat(stands.events())
        .containsExactly(
            new PaymentCompleted(stands.payment()), new RefundWasRefused(stands.payment(), "no"));
  }

  @Test
  void whatCostsNothingIsPaidAtOnceAndNeedsNoRefund() {
    var free = new Charge(new UUID(0, 2), Won.NOTHING);
    var asked = Payment.requested(new OrderId(3), null, free);

    assertThat(asked.payment().status()).isEqualTo(new Paid(free));
    assertThat(asked.events()).containsExactly(new PaymentCompleted(asked.payment()));

    var undone = asked.payment().orderCancelled().payment().pointsTakenBack();

    assertThat(undone.payment().status()).isEqualTo(new Cancelled(free));
    assertThat(undone.events()).containsExactly(new PaymentCancelled(undone.payment()));
  }

  @Test
  void aPaymentOfACancelledOrderIsCancelledBeforeItIsAskedForAtAnyPrice() {
    var never = Payment.neverRequested(new OrderId(4), new CustomerId("customer-1"));

    assertThat(never.events()).containsExactly(new PaymentCancelled(never.payment()));
    assertThat(never.payment().isFor(new Won(1))).isTrue();
    assertThat(never.payment().amount()).isEqualTo(Won.NOTHING);
  }

  @ParameterizedTest
  @EnumSource(value = State.class, mode = EnumSource.Mode.EXCLUDE, names = "NEVER_REQUESTED")
  void aPaymentIsKnownByItsPriceWhateverBecameOfIt(State state) {
    assertThat(state.payment().isFor(new Won(990_000))).isTrue();
    assertThat(state.payment().isFor(new Won(990_001))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(longs = {0, -1, Long.MIN_VALUE})
  void anOrderIsCountedFromOne(long id) {
    assertThatThrownBy(() -> new OrderId(id)).isInstanceOf(Invalid.class);
  }

  @Test
  void moneyIsNeverNegativeAndCustomersAreText() {
    assertThatThrownBy(() -> new Won(-1)).isInstanceOf(Invalid.class);
    assertThatThrownBy(() -> new CustomerId("a\u0000")).isInstanceOf(Invalid.class);
    assertThatThrownBy(() -> new CustomerId("\ud800")).isInstanceOf(Invalid.class);
    assertThatThrownBy(() -> new CustomerId("x".repeat(65))).isInstanceOf(Invalid.class);
    assertThatThrownBy(() -> new CustomerId(" ")).isInstanceOf(Invalid.class);
  }
}
