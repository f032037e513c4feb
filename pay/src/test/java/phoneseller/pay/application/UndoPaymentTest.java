package phoneseller.pay.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import phoneseller.pay.domain.IllegalTransition;
import phoneseller.pay.domain.PaymentStatus.Cancelled;
import phoneseller.pay.domain.PaymentStatus.Cancelling;
import phoneseller.pay.domain.PaymentStatus.Origin;
import phoneseller.pay.domain.PaymentStatus.Paid;
import phoneseller.pay.domain.PaymentStatus.RefundRefused;
import phoneseller.pay.domain.PaymentStatus.Requested;
import phoneseller.pay.domain.PaymentStatus.Step.TakePointsBack;
import phoneseller.pay.domain.Points.Answer;
import phoneseller.pay.domain.Won;

class UndoPaymentTest {

  private final Shop shop = new Shop();

  /** Dies at the first call, in another shop at the second, and so on; how many calls there are. */
  private static int dyingAtEveryCall(
      Consumer<Shop> before, Consumer<Shop> work, Consumer<Shop> end) {
    for (int call = 1; ; call++) {
      var shop = new Shop();
      before.accept(shop);
      shop.crashAt(call);
      boolean died = false;
      try {
        work.accept(shop);
      } catch (Shop.Crash _) {
        died = true;
      }
      shop.timePasses();
      end.accept(shop);
      if (!died) {
        return call - 1;
      }
    }
  }

  @Test
  void anOrdersCancelEndsTheSameWhereverPayDies() {
    int calls =
        dyingAtEveryCall(
            shop -> {
              shop.paid();
              shop.orderCancelled();
            },
            Shop::timePasses,
            shop -> {
              assertThat(shop.payment().status()).isInstanceOf(Cancelled.class);
              assertThat(shop.pointsTaken).isTrue();
              assertThat(shop.refunded).isEqualTo(shop.charged).hasSize(1);
              assertThat(shop.told()).containsExactly("PaymentCompleted", "PaymentCancelled");
            });
    assertThat(calls).isGreaterThanOrEqualTo(6);
  }

  @Test
  void aDirectCancelOnceMarkedEndsTheSameWhereverPayDies() {
    int calls =
        dyingAtEveryCall(
            shop -> {
              shop.paid();
              shop.cancel.cancel(Shop.ORDER);
            },
            shop -> shop.undo.undo(Shop.ORDER),
            shop -> {
              assertThat(shop.payment().status()).isInstanceOf(Cancelled.class);
              assertThat(shop.refunded).isEqualTo(shop.charged);
              assertThat(shop.told()).containsExactly("PaymentCompleted", "PaymentCancelled");
            });
    assertThat(calls).isGreaterThanOrEqualTo(6);
  }

  @Test
  void aRefusedRefundEndsWithThePaymentStandingWhereverPayDies() {
    int calls =
        dyingAtEveryCall(
            shop -> {
              shop.paid();
              shop.refusesRefunds = true;
              shop.orderCancelled();
            },
            Shop::timePasses,
            shop -> {
              assertThat(shop.payment().status()).isInstanceOf(RefundRefused.class);
              assertThat(shop.pointsGivenBack).isTrue();
              assertThat(shop.refunded).isEmpty();
              assertThat(shop.told())
                  .containsExactly("PaymentCompleted", "PaymentCompleted", "RefundWasRefused");
            });
    assertThat(calls).isGreaterThanOrEqualTo(9);
  }

  @Test
  void aPaymentThatWasNeverAnsweredIsUndoneWhereverPayDies() {
    int calls =
        dyingAtEveryCall(
            shop -> {
              shop.silentProvider = true;
              shop.paid();
              shop.orderCancelled();
            },
            Shop::timePasses,
            shop -> {
              assertThat(shop.payment().status()).isInstanceOf(Cancelled.class);
              assertThat(shop.refunded).hasSize(1);
              assertThat(shop.told()).containsExactly("PaymentCancelled");
            });
    assertThat(calls).isGreaterThanOrEqualTo(6);
  }

  @Test
  void whileRewardIsDownADirectCancelIsOffAndThePaymentStands() {
    shop.paid();
    shop.rewardAnswers = Answer.SURELY_NOTHING;

    assertThat(shop.cancelDirectly().status()).isInstanceOf(Paid.class);
    shop.timePasses();
    assertThat(shop.payment().status()).isInstanceOf(Paid.class);
    assertThat(shop.told()).containsExactly("PaymentCompleted");
  }

  @Test
  void whileRewardIsDownADirectCancelOfAnUnansweredPaymentLeavesItUnanswered() {
    shop.silentProvider = true;
    shop.paid();
    shop.rewardAnswers = Answer.SURELY_NOTHING;

    assertThat(shop.cancelDirectly().status()).isInstanceOf(Requested.class);
    shop.silentProvider = false;
    shop.timePasses();
    assertThat(shop.payment().status()).isInstanceOf(Paid.class);
  }

  @Test
  void aCancelledOrderWaitsForRewardAndCompletesByItself() {
    shop.paid();
    shop.rewardAnswers = Answer.SURELY_NOTHING;
    shop.orderCancelled();
    shop.timePasses();
    assertThat(shop.payment().status()).isInstanceOf(Cancelling.class);
    assertThat(shop.told()).containsExactly("PaymentCompleted");

    shop.rewardAnswers = Answer.DONE;
    shop.timePasses();

    assertThat(shop.payment().status()).isInstanceOf(Cancelled.class);
  }

  @Test
  void aDirectCancelThatTheOrderHasJoinedIsNotCalledOff() {
    shop.paid();
    shop.rewardAnswers = Answer.SURELY_NOTHING;
    shop.cancel.cancel(Shop.ORDER);
    shop.orderCancelled();

    shop.undo.undo(Shop.ORDER);

    assertThat(shop.payment().status())
        .isInstanceOfSatisfying(
            Cancelling.class, status -> assertThat(status.origin()).isEqualTo(Origin.ORDER));
    shop.rewardAnswers = Answer.DONE;
    shop.timePasses();
    assertThat(shop.payment().status()).isInstanceOf(Cancelled.class);
  }

  @Test
  void anOrdersCancelThatComesDuringTheFirstAttemptKeepsItFromBeingCalledOff() {
    shop.paid();
    shop.rewardAnswers = Answer.SURELY_NOTHING;
    shop.cancel.cancel(Shop.ORDER);
    shop.duringTakeBack = shop::orderCancelled;

    assertThatThrownBy(() -> shop.undo.undo(Shop.ORDER)).hasMessageContaining("lost a race");

    shop.duringTakeBack = () -> {};
    assertThat(shop.undo.undo(Shop.ORDER).status()).isInstanceOf(Cancelling.class);
  }

  @Test
  void aSecondDirectCancelKeepsTheFirstFromBeingCalledOff() {
    shop.paid();
    shop.rewardAnswers = Answer.SURELY_NOTHING;
    shop.cancel.cancel(Shop.ORDER);
    shop.duringTakeBack = () -> shop.cancel.cancel(Shop.ORDER);

    assertThatThrownBy(() -> shop.undo.undo(Shop.ORDER)).hasMessageContaining("lost a race");

    shop.duringTakeBack = () -> {};
    assertThat(shop.undo.undo(Shop.ORDER).status()).isInstanceOf(Cancelling.class);
  }

  @Test
  void aLostAnswerLeavesTheCancelOpenUntilItIsKnown() {
    shop.paid();
    shop.rewardAnswers = Answer.UNKNOWN;
    assertThat(shop.cancelDirectly().status()).isInstanceOf(Cancelling.class);

    shop.rewardAnswers = Answer.SURELY_NOTHING;
    shop.timePasses();
    assertThat(shop.payment().status())
        .isInstanceOfSatisfying(
            Cancelling.class, status -> assertThat(status.step()).isEqualTo(new TakePointsBack()));

    shop.rewardAnswers = Answer.DONE;
    shop.timePasses();
    assertThat(shop.payment().status()).isInstanceOf(Cancelled.class);
  }

  @Test
  void aRepeatedCancelIsRefusedWhereTheProviderRefusedTheRefund() {
    shop.paid();
    shop.refusesRefunds = true;

    assertThat(shop.cancelDirectly().status()).isInstanceOf(RefundRefused.class);
    assertThatThrownBy(shop::cancelDirectly).isInstanceOf(IllegalTransition.class);
    shop.orderCancelled();
    assertThat(shop.payment().status()).isInstanceOf(RefundRefused.class);
  }

  @Test
  void whatCostNothingIsUndoneWithoutTheProvider() {
    shop.pay(Won.NOTHING);

    assertThat(shop.cancelDirectly().status()).isInstanceOf(Cancelled.class);
    assertThat(shop.pointsTaken).isTrue();
    assertThat(shop.refunded).isEmpty();
    assertThat(shop.charged).isEmpty();
  }
}
