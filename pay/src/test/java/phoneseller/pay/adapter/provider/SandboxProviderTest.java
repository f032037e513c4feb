package phoneseller.pay.adapter.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import phoneseller.pay.domain.Charge;
import phoneseller.pay.domain.OrderId;
import phoneseller.pay.domain.PaymentProvider;
import phoneseller.pay.domain.PaymentProvider.Charging.Approved;
import phoneseller.pay.domain.PaymentProvider.Charging.Declined;
import phoneseller.pay.domain.PaymentProvider.Charging.NoAnswer;
import phoneseller.pay.domain.PaymentProvider.Refunding.Refunded;
import phoneseller.pay.domain.PaymentProvider.Refunding.RefusedForGood;
import phoneseller.pay.domain.Won;

class SandboxProviderTest {

  private static final OrderId ORDER = new OrderId(1);
  private final ProviderBooks books = new ProviderBooks(null);
  private final SandboxProvider sandbox = new SandboxProvider(Duration.ofHours(1), books);
  private final PaymentProvider provider = new TimeLimitedProvider(sandbox, Duration.ofMillis(200));

  private static Charge of(long won) {
    return new Charge(UUID.randomUUID(), new Won(won));
  }

  @Test
  void thePriceDecides() {
    assertThat(provider.charge(ORDER, of(990_000))).isEqualTo(new Approved());
    assertThat(provider.charge(ORDER, of(402))).isInstanceOf(Declined.class);
    assertThat(provider.refund(of(990_000))).isEqualTo(new Refunded());
  }

  @Test
  void onlyWhatWasChargedCanBeRefusedARefund() {
    var kept = of(403);

    assertThat(provider.charge(ORDER, kept)).isEqualTo(new Approved());
    assertThat(provider.refund(kept)).isInstanceOf(RefusedForGood.class);
    assertThat(provider.refund(of(403))).as("never charged: void").isEqualTo(new Refunded());
  }

  @Test
  void aLateChargeHasHappenedAndIsToldWhenAskedAgain() {
    var late = of(408);

    assertThat(provider.charge(ORDER, late)).isEqualTo(new NoAnswer());
    assertThat(provider.charge(ORDER, late)).isEqualTo(new Approved());
    assertThat(books.charges()).isEqualTo(1);
  }

  @Test
  void aSilentChargeStaysSilentAndCanBeRefunded() {
    var silent = of(504);

    assertThat(provider.charge(ORDER, silent)).isEqualTo(new NoAnswer());
    assertThat(provider.charge(ORDER, silent)).isEqualTo(new NoAnswer());
    assertThat(provider.refund(silent)).isEqualTo(new Refunded());
    assertThat(books.charges()).isZero();
  }

  @Test
  void aKeyIsChargedOnceHoweverManyAskAtOnce() {
    var charge = of(990_000);
    var asked =
        IntStream.range(0, 16)
            .mapToObj(_ -> CompletableFuture.supplyAsync(() -> provider.charge(ORDER, charge)))
            .toList();

    assertThat(asked.stream().map(CompletableFuture::join)).containsOnly(new Approved());
    assertThat(books.charges()).isEqualTo(1);
  }

  @Test
  void whatWasRefundedBeforeItsChargeArrivesIsNeverCharged() {
    var charge = of(990_000);
    provider.refund(charge);

    assertThat(provider.charge(ORDER, charge)).isInstanceOf(Declined.class);
    assertThat(books.charges()).isZero();
  }

  @Test
  void aProviderThatFailsHasNotAnswered() {
    var failing =
        new TimeLimitedProvider(
            new PaymentProvider() {
              @Override
              public Charging charge(OrderId order, Charge charge) {
                throw new IllegalStateException("broken");
              }

              @Override
              public Refunding refund(Charge charge) {
                throw new IllegalStateException("broken");
              }
            },
            Duration.ofSeconds(1));

    assertThat(failing.charge(ORDER, of(1))).isEqualTo(new NoAnswer());
    assertThat(failing.refund(of(1))).isEqualTo(new PaymentProvider.Refunding.NoAnswer());
  }
}
