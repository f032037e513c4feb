package phoneseller.reward.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import phoneseller.reward.application.GrantPoints.Payment;
import phoneseller.reward.domain.Booked;
import phoneseller.reward.domain.CustomerId;
import phoneseller.reward.domain.InMemoryLedger;
import phoneseller.reward.domain.OrderId;
import phoneseller.reward.domain.Points;
import phoneseller.reward.domain.Refused;

class LedgerProcessTest {

  private static final Instant NOW = Instant.parse("2026-11-22T12:03:50Z");
  private static final OrderId ORDER = new OrderId(2);
  private static final CustomerId CUSTOMER = new CustomerId("customer-1");
  private static final CustomerId GUEST = CustomerId.orGuest(null);
  private static final Payment PAYMENT = new Payment(ORDER, CUSTOMER, new Points(99000));

  private final InMemoryLedger ledger = new InMemoryLedger();
  private final List<Booked> published = new ArrayList<>();
  private final TakeStep step = new TakeStep(ledger, published::addAll);
  private final GrantPoints grantPoints = new GrantPoints(ledger, published::addAll);
  private final ReclaimPoints reclaimPoints = new ReclaimPoints(step);
  private final GivePointsBack givePointsBack = new GivePointsBack(step);

  @Test
  void aReclaimThatOvertakesTheGrantLeavesAnEntryOfNothing() {
    reclaimPoints.reclaim(ORDER, CUSTOMER, NOW);
    grantPoints.grant(List.of(PAYMENT), NOW);

    assertThat(points()).containsExactly(0L);
  }

  @Test
  void aReclaimIsBookedOnceAndAnswersTheSameEntryAgain() {
    grantPoints.grant(List.of(PAYMENT), NOW);

    var first = reclaimPoints.reclaim(ORDER, GUEST, NOW);
    var again = reclaimPoints.reclaim(ORDER, GUEST, NOW.plusSeconds(1));

    assertThat(first.isNew()).isTrue();
    assertThat(again).isEqualTo(new Step(first.entry(), false));
    assertThat(first.entry().entry().customer()).isEqualTo(CUSTOMER);
    assertThat(points()).containsExactly(99000L, -99000L);
  }

  @Test
  void aPaymentThatCannotBeUndoneGetsItsPointsBackOnce() {
    grantPoints.grant(List.of(PAYMENT), NOW);
    reclaimPoints.reclaim(ORDER, CUSTOMER, NOW);

    assertThat(givePointsBack.giveBack(ORDER, NOW).isNew()).isTrue();
    assertThat(givePointsBack.giveBack(ORDER, NOW).isNew()).isFalse();

    assertThat(points()).containsExactly(99000L, -99000L, 99000L);
    assertThatThrownBy(() -> reclaimPoints.reclaim(ORDER, CUSTOMER, NOW))
        .isInstanceOf(Refused.class);
  }

  @Test
  void nothingIsGivenBackThatWasNotTaken() {
    assertThatThrownBy(() -> givePointsBack.giveBack(ORDER, NOW)).isInstanceOf(Refused.class);
    grantPoints.grant(List.of(PAYMENT), NOW);
    assertThatThrownBy(() -> givePointsBack.giveBack(ORDER, NOW)).isInstanceOf(Refused.class);

    assertThat(points()).containsExactly(99000L);
  }

  @Test
  void aPaymentIsGrantedOnceInABatchAndAcrossBatches() {
    var other = new Payment(new OrderId(3), GUEST, new Points(1));
    var free = new Payment(new OrderId(4), GUEST, new Points(0));

    grantPoints.grant(List.of(PAYMENT, other, PAYMENT, free), NOW);
    grantPoints.grant(List.of(free, PAYMENT, other), NOW);

    assertThat(points()).containsExactly(99000L, 1L);
  }

  /** What is published is what is booked. */
  private List<Long> points() {
    assertThat(published).isEqualTo(ledger.listed(0, 100, false));
    return published.stream().map(booked -> booked.entry().points().value()).toList();
  }
}
