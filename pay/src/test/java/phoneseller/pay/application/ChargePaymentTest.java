package phoneseller.pay.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import phoneseller.pay.domain.OtherPrice;
import phoneseller.pay.domain.PayLater;
import phoneseller.pay.domain.PaymentStatus.Declined;
import phoneseller.pay.domain.PaymentStatus.NeverRequested;
import phoneseller.pay.domain.PaymentStatus.Paid;
import phoneseller.pay.domain.PaymentStatus.Requested;
import phoneseller.pay.domain.UnknownPayment;
import phoneseller.pay.domain.Won;

class ChargePaymentTest {

  private final Shop shop = new Shop();

  static IntStream everyCallOnceTheRequestIsStored() {
    return IntStream.rangeClosed(2, 6);
  }

  @ParameterizedTest
  @MethodSource("everyCallOnceTheRequestIsStored")
  void aRequestedPaymentIsChargedOnceWhereverPayDies(int call) {
    shop.crashAt(call);
    assertThatThrownBy(shop::paid).isInstanceOf(Shop.Crash.class);
    shop.timePasses();

    assertThat(shop.payment().status()).isInstanceOf(Paid.class);
    assertThat(shop.charged).hasSize(1);
    assertThat(shop.told()).containsExactly("PaymentCompleted");
  }

  @Test
  void aDeclinedPaymentIsOver() {
    shop.declines = true;
    assertThat(shop.paid().status()).isInstanceOf(Declined.class);

    shop.declines = false;
    assertThat(shop.paid().status()).isInstanceOf(Declined.class);
    shop.orderCancelled();
    shop.timePasses();
    assertThat(shop.told()).containsExactly("PaymentDeclined");
    assertThat(shop.pointsTaken).isFalse();
  }

  @Test
  void aSilentProviderIsAskedUntilItTells() {
    shop.silentProvider = true;
    assertThat(shop.paid().status()).isInstanceOf(Requested.class);
    shop.timePasses();
    assertThat(shop.payment().status()).isInstanceOf(Requested.class);
    assertThat(shop.payment().attempts()).isBetween(60, 140);

    shop.silentProvider = false;
    shop.timePasses();

    assertThat(shop.payment().status()).isInstanceOf(Paid.class);
    assertThat(shop.charged).hasSize(1);
  }

  @Test
  void askingAgainIsTheSamePayment() {
    var first = shop.paid();

    assertThat(shop.paid()).isEqualTo(first);
    assertThat(shop.charged).hasSize(1);
    assertThat(shop.told()).containsExactly("PaymentCompleted");
    assertThatThrownBy(() -> shop.pay(new Won(1))).isInstanceOf(OtherPrice.class);
  }

  @Test
  void aPaymentOfAnOrderThatWasCancelledFirstIsNeverCharged() {
    shop.orderCancelled();
    shop.orderCancelled();

    assertThat(shop.paid().status()).isInstanceOf(NeverRequested.class);
    assertThat(shop.charged).isEmpty();
    assertThat(shop.told()).containsExactly("PaymentCancelled");
  }

  @Test
  void newPaymentsAreRefusedForAMomentAndKnownOnesAnswered() {
    shop.refusal = Optional.of(Duration.ofSeconds(2));
    assertThatThrownBy(shop::paid).isInstanceOf(PayLater.class);
    assertThat(shop.payments.find(Shop.ORDER)).isEmpty();

    shop.refusal = Optional.empty();
    shop.paid();
    shop.refusal = Optional.of(Duration.ofSeconds(2));
    assertThat(shop.paid().status()).isInstanceOf(Paid.class);
  }

  @Test
  void whatNobodyAskedForIsUnknown() {
    assertThatThrownBy(() -> shop.charge.charge(Shop.ORDER)).isInstanceOf(UnknownPayment.class);
    assertThatThrownBy(shop::cancelDirectly).isInstanceOf(UnknownPayment.class);
  }

  @Test
  void onlyTheFirstOfTwoRequestsOpensThePayment() {
    var first = shop.request.request(Shop.ORDER, Shop.PRICE, null, UUID.randomUUID(), shop.now());
    var second = shop.request.request(Shop.ORDER, Shop.PRICE, null, UUID.randomUUID(), shop.now());

    assertThat(first.isNew()).isTrue();
    assertThat(second.isNew()).isFalse();
    assertThat(second.payment()).isEqualTo(first.payment());
  }
}
