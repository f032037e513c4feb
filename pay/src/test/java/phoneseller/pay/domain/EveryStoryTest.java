package phoneseller.pay.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import phoneseller.pay.domain.PaymentEvent.PaymentCancelled;
import phoneseller.pay.domain.PaymentEvent.PaymentCompleted;
import phoneseller.pay.domain.PaymentEvent.PaymentDeclined;
import phoneseller.pay.domain.PaymentEvent.RefundWasRefused;
import phoneseller.pay.domain.PaymentStatus.Cancelled;
import phoneseller.pay.domain.PaymentStatus.Cancelling;
import phoneseller.pay.domain.PaymentStatus.Declined;
import phoneseller.pay.domain.PaymentStatus.NeverRequested;
import phoneseller.pay.domain.PaymentStatus.Paid;
import phoneseller.pay.domain.PaymentStatus.RefundRefused;
import phoneseller.pay.domain.PaymentStatus.Requested;

/** Follows every message from every state that can be reached, in every order, however often. */
class EveryStoryTest {

  private static final List<Function<Payment, Change>> MESSAGES =
      List.of(
          Payment::approved,
          payment -> payment.declined("no money"),
          Payment::orderCancelled,
          payment -> payment.isCancellable() ? payment.cancel() : Change.none(payment),
          Payment::pointsTakenBack,
          Payment::noPointsTakenBack,
          Payment::refunded,
          payment -> payment.refundRefused("no"),
          Payment::pointsGivenBack);

  private record Story(Payment payment, List<Class<?>> told) {

    Story after(Change change) {
      var more = new ArrayList<>(told);
      change.events().forEach(event -> more.add(event.getClass()));
      var payment = change.payment();
      int attempts = Math.min(2, payment.attempts());
      return new Story(
          new Payment(payment.order(), payment.customer(), payment.status(), attempts, 1), more);
    }
  }

  private static Set<Story> stories(Change beginning) {
    var seen = new HashSet<Story>();
    var next = new ArrayDeque<Story>();
    next.add(new Story(beginning.payment(), List.of()).after(beginning));
    while (!next.isEmpty()) {
      var story = next.poll();
      if (seen.add(story)) {
        assertThat(story.told).hasSizeLessThan(4);
        MESSAGES.forEach(message -> next.add(story.after(message.apply(story.payment))));
      }
    }
    return seen;
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 990_000})
  void whatIsToldIsWhatIs(long price) {
    var charge = new Charge(new UUID(0, 1), new Won(price));
    var stories = stories(Payment.requested(new OrderId(1), null, charge));

    assertThat(stories).hasSizeGreaterThan(5).allSatisfy(EveryStoryTest::toldAsItIs);
  }

  private static void toldAsItIs(Story story) {
    var completed = PaymentCompleted.class;
    switch (story.payment.status()) {
      case Requested _ -> assertThat(story.told).isEmpty();
      case Paid _ -> assertThat(story.told).containsExactly(completed);
      case Declined _ -> assertThat(story.told).containsExactly(PaymentDeclined.class);
      case Cancelling cancelling -> {
        if (cancelling.paid()) {
          assertThat(story.told).containsExactly(completed);
        } else {
          assertThat(story.told).isEmpty();
        }
      }
      case Cancelled _ ->
          assertThat(story.told)
              .endsWith(PaymentCancelled.class)
              .doesNotHaveDuplicates()
              .doesNotContain(RefundWasRefused.class);
      // Told again, for whoever dropped it while the points were being taken back.
      case RefundRefused _ ->
          assertThat(story.told)
              .endsWith(completed, RefundWasRefused.class)
              .containsOnly(completed, RefundWasRefused.class)
              .hasSizeLessThanOrEqualTo(3);
      case NeverRequested _ -> throw new AssertionError("it was requested");
    }
  }

  @Test
  void aSettledPaymentIsSettledForGood() {
    var charge = new Charge(new UUID(0, 1), new Won(990_000));
    for (var story : stories(Payment.requested(new OrderId(1), null, charge))) {
      var status = story.payment.status();
      if (status instanceof Cancelled || status instanceof RefundRefused) {
        MESSAGES.forEach(message -> assertThat(message.apply(story.payment).changed()).isFalse());
      }
    }
  }

  @Test
  void whatWasNeverRequestedStaysSo() {
    var never = Payment.neverRequested(new OrderId(1), null);

    assertThat(stories(never)).hasSize(1);
    assertThat(never.events()).containsExactly(new PaymentCancelled(never.payment()));
  }
}
