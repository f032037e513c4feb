package phoneseller.reward.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import phoneseller.reward.domain.Entry.Kind;
import phoneseller.reward.domain.PointsOfOrder.GivenBack;
import phoneseller.reward.domain.PointsOfOrder.Granted;
import phoneseller.reward.domain.PointsOfOrder.Reclaimed;
import phoneseller.reward.domain.PointsOfOrder.Untouched;

class PointsOfOrderTest {

  private static final OrderId ORDER = new OrderId(2);
  private static final CustomerId CUSTOMER = new CustomerId("customer-1");
  private static final CustomerId GUEST = CustomerId.orGuest(null);
  private static final Points EARNED = new Points(99000);
  private static final Instant NOW = Instant.parse("2026-11-22T12:03:50Z");
  private static final Instant LATER = NOW.plusSeconds(60);

  private static final PointsOfOrder UNTOUCHED = new Untouched(ORDER);
  private static final PointsOfOrder GRANTED = new Granted(entry(1, 99000, Kind.GRANT));
  private static final PointsOfOrder RECLAIMED = new Reclaimed(entry(2, -99000, Kind.RECLAIM));
  private static final PointsOfOrder NEVER = new Reclaimed(entry(1, 0, Kind.RECLAIM));
  private static final PointsOfOrder GIVEN_BACK = new GivenBack(entry(3, 99000, Kind.GIVE_BACK));

  @Test
  void aPaymentIsGrantedItsPointsOnce() {
    assertThat(UNTOUCHED.grant(CUSTOMER, EARNED, NOW)).isEqualTo(Decision.to(GRANTED));
    for (var points : List.of(GRANTED, RECLAIMED, NEVER, GIVEN_BACK)) {
      assertThat(points.grant(CUSTOMER, EARNED, LATER)).isEqualTo(Decision.none(points));
    }
  }

  @Test
  void aPriceThatEarnsNothingLeavesNoEntry() {
    assertThat(UNTOUCHED.grant(CUSTOMER, new Points(0), NOW)).isEqualTo(Decision.none(UNTOUCHED));
  }

  @Test
  void aReclaimTakesWhatWasGrantedFromWhomeverItWasGranted() {
    assertThat(GRANTED.reclaim(GUEST, NOW)).isEqualTo(Decision.to(RECLAIMED));
  }

  @Test
  void aReclaimThatComesFirstTakesNothingAndKeepsTheGrantFromBeingBooked() {
    assertThat(UNTOUCHED.reclaim(CUSTOMER, NOW)).isEqualTo(Decision.to(NEVER));
    assertThat(NEVER.grant(CUSTOMER, EARNED, LATER)).isEqualTo(Decision.none(NEVER));
  }

  @Test
  void aRepeatedReclaimTakesNothingMore() {
    for (var points : List.of(RECLAIMED, NEVER)) {
      assertThat(points.reclaim(CUSTOMER, LATER)).isEqualTo(Decision.none(points));
    }
  }

  @Test
  void exactlyWhatWasTakenIsGivenBackOnce() {
    assertThat(RECLAIMED.giveBack(NOW)).isEqualTo(Decision.to(GIVEN_BACK));
    assertThat(NEVER.giveBack(NOW))
        .isEqualTo(Decision.to(new GivenBack(entry(2, 0, Kind.GIVE_BACK))));
    assertThat(GIVEN_BACK.giveBack(LATER)).isEqualTo(Decision.none(GIVEN_BACK));
  }

  @Test
  void aGrantThatComesAfterNothingWasGivenBackIsBookedOnceAndForGood() {
    var nothing = new GivenBack(entry(2, 0, Kind.GIVE_BACK));
    var granted = new GivenBack(entry(3, 99000, Kind.GRANT));

    assertThat(nothing.grant(CUSTOMER, EARNED, NOW)).isEqualTo(Decision.to(granted));
    assertThat(nothing.grant(CUSTOMER, new Points(0), NOW)).isEqualTo(Decision.none(nothing));
    assertThat(granted.grant(CUSTOMER, EARNED, LATER)).isEqualTo(Decision.none(granted));
    assertThat(granted.lastEntry().map(PointsOfOrder::after)).contains(granted);
    assertThatThrownBy(() -> granted.reclaim(CUSTOMER, NOW)).isInstanceOf(Refused.class);
  }

  @Test
  void whatWasNotTakenIsNotGivenBack() {
    for (var points : List.of(UNTOUCHED, GRANTED)) {
      assertThatThrownBy(() -> points.giveBack(NOW))
          .isInstanceOfSatisfying(Refused.class, e -> assertThat(e.points()).isEqualTo(points));
    }
  }

  @Test
  void whatWasGivenBackIsNotTakenAgain() {
    assertThatThrownBy(() -> GIVEN_BACK.reclaim(CUSTOMER, NOW)).isInstanceOf(Refused.class);
  }

  @Test
  void onlyReclaimedPointsConfirmThatAPaymentIsCancelled() {
    RECLAIMED.requireReclaimed();
    NEVER.requireReclaimed();
    for (var points : List.of(UNTOUCHED, GRANTED, GIVEN_BACK)) {
      assertThatThrownBy(points::requireReclaimed).isInstanceOf(Refused.class);
    }
  }

  @Test
  void theStateIsReadFromTheLastEntry() {
    for (var points : List.of(GRANTED, RECLAIMED, NEVER, GIVEN_BACK)) {
      assertThat(points.lastEntry().map(PointsOfOrder::after)).contains(points);
    }
    assertThat(UNTOUCHED.lastEntry()).isEmpty();
  }

  private static Entry entry(int step, long points, Kind kind) {
    return new Entry(ORDER, step, CUSTOMER, new Points(points), kind, NOW);
  }
}
