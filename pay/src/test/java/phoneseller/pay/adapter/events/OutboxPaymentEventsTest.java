package phoneseller.pay.adapter.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import phoneseller.contracts.GoldenEvents;
import phoneseller.contracts.OrderCancelled;
import phoneseller.contracts.PayCancelled;
import phoneseller.contracts.PayCompleted;
import phoneseller.contracts.PayFailed;
import phoneseller.contracts.ShopEvent;
import phoneseller.pay.domain.Charge;
import phoneseller.pay.domain.CustomerId;
import phoneseller.pay.domain.OrderId;
import phoneseller.pay.domain.Payment;
import phoneseller.pay.domain.PaymentEvent;
import phoneseller.pay.domain.PaymentEvent.PaymentCancelled;
import phoneseller.pay.domain.PaymentEvent.PaymentCompleted;
import phoneseller.pay.domain.PaymentEvent.PaymentDeclined;
import phoneseller.pay.domain.PaymentEvent.RefundWasRefused;
import phoneseller.pay.domain.PaymentStatus;
import phoneseller.pay.domain.PaymentStatus.Cancelled;
import phoneseller.pay.domain.PaymentStatus.Declined;
import phoneseller.pay.domain.PaymentStatus.Paid;
import phoneseller.pay.domain.Won;
import tools.jackson.databind.json.JsonMapper;

class OutboxPaymentEventsTest {

  private final JsonMapper json = new JsonMapper();

  private static Payment payment(PaymentStatus status) {
    return new Payment(new OrderId(2), new CustomerId("customer-1"), status, 0, 1);
  }

  private static Charge charge(long price) {
    return new Charge(new UUID(0, 1), new Won(price));
  }

  private <E extends ShopEvent> void isGolden(PaymentEvent event, Class<E> type) {
    var golden = json.readValue(GoldenEvents.json(type.getSimpleName()), type);

    assertThat(OutboxPaymentEvents.wire(event, golden.timestamp())).isEqualTo(Optional.of(golden));
  }

  @Test
  void whatPayTellsIsWhatThePublishedLanguageSays() {
    isGolden(new PaymentCompleted(payment(new Paid(charge(990_000)))), PayCompleted.class);
    isGolden(new PaymentDeclined(payment(new Declined(charge(402), "no"))), PayFailed.class);
    isGolden(new PaymentCancelled(payment(new Cancelled(charge(990_000)))), PayCancelled.class);
  }

  @Test
  void aRefusedRefundIsNoNewsForTheShop() {
    var refused = new RefundWasRefused(payment(new Paid(charge(403))), "no");

    assertThat(OutboxPaymentEvents.wire(refused, "20261122120349")).isEmpty();
  }

  @Test
  void theOrdersCancelIsUnderstood() {
    var golden = json.readValue(GoldenEvents.json("OrderCancelled"), OrderCancelled.class);

    assertThat(OrderNews.cancelled(golden).order()).isEqualTo(new OrderId(2));
    assertThat(OrderNews.cancelled(golden).customer()).isEqualTo(new CustomerId("customer-1"));
  }
}
