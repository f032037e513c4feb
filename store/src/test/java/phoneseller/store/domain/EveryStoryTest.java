package phoneseller.store.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import phoneseller.store.domain.ShipmentStatus.Cancelled;
import phoneseller.store.domain.ShipmentStatus.Returned;
import phoneseller.store.domain.ShipmentStatus.Returning;
import phoneseller.store.domain.ShipmentStatus.Shipped;

/** Whatever the store is told, in whichever order and however often, these hold. */
class EveryStoryTest {

  private enum Word {
    ORDERED,
    PAID,
    CANCELLED,
    DEALER_SHIPS,
    DEALER_TAKES_BACK;

    boolean isHand() {
      return this == DEALER_SHIPS || this == DEALER_TAKES_BACK;
    }
  }

  private static final OrderId ORDER = new OrderId(2);
  private static final Parcel PARCEL = new Parcel("GX Note99", "customer-1");

  @ParameterizedTest
  @EnumSource
  void aCancelledOrderEitherNeverShipsOrComesBack(ShippingPolicy policy) {
    everyStory(
        policy,
        (story, end) -> {
          if (story.contains(Word.CANCELLED)) {
            switch (end.shipment().status()) {
              case Cancelled(var parcel) -> {
                assertThat(end.events()).isEmpty();
                assertThat(parcel).isEqualTo(PARCEL);
              }
              case Returning(var parcel) -> {
                assertThat(end.events()).containsExactly(new ParcelShipped(ORDER, parcel));
                assertThat(isTakenBack(story)).isFalse();
              }
              case Returned(var parcel) -> {
                assertThat(end.events()).containsExactly(new ParcelShipped(ORDER, parcel));
                assertThat(isTakenBack(story)).isTrue();
              }
              case ShipmentStatus other -> throw new AssertionError(other);
            }
          }
        });
  }

  @ParameterizedTest
  @EnumSource
  void anOrderShipsOnceAndOnlyWhenItIsBothPlacedAndPaid(ShippingPolicy policy) {
    everyStory(
        policy,
        (story, end) -> {
          assertThat(end.events()).hasSizeLessThanOrEqualTo(1);
          if (!end.events().isEmpty()) {
            assertThat(story).contains(Word.ORDERED, Word.PAID);
          }
          if (!story.contains(Word.CANCELLED)) {
            assertThat(end.shipment().status() instanceof Shipped)
                .isEqualTo(isShipped(policy, story));
          }
        });
  }

  @ParameterizedTest
  @EnumSource
  void whatIsHeardAgainChangesNothing(ShippingPolicy policy) {
    everyStory(
        policy,
        (story, end) ->
            story.stream()
                .filter(word -> !word.isHand())
                .forEach(word ->
                    assertThat(after(word, end.shipment(), policy))
                        .isEqualTo(Change.none(end.shipment()))));
  }

  private static boolean isShipped(ShippingPolicy policy, List<Word> story) {
    int ready = Math.max(story.indexOf(Word.ORDERED), story.indexOf(Word.PAID));
    return story.contains(Word.ORDERED)
        && story.contains(Word.PAID)
        && switch (policy) {
          case AUTOMATIC -> true;
          case BY_HAND -> story.lastIndexOf(Word.DEALER_SHIPS) > ready;
        };
  }

  /** What had left is on its way back from its first cancel on. */
  private static boolean isTakenBack(List<Word> story) {
    return story.lastIndexOf(Word.DEALER_TAKES_BACK) > story.indexOf(Word.CANCELLED);
  }

  private static void everyStory(ShippingPolicy policy, BiConsumer<List<Word>, Change> check) {
    var stories = Stories.upTo(5, List.of(Word.values())).toList();
    assertThat(stories).hasSize(1 + 5 + 25 + 125 + 625 + 3125);
    for (var story : stories) {
      var shipment = Shipment.unheard(ORDER);
      var events = new ArrayList<ParcelShipped>();
      for (var word : story) {
        var change = after(word, shipment, policy);
        shipment = change.shipment();
        events.addAll(change.events());
      }
      check.accept(story, new Change(shipment, !story.isEmpty(), events));
    }
  }

  private static Change after(Word word, Shipment shipment, ShippingPolicy policy) {
    return switch (word) {
      case ORDERED -> shipment.hear(new ShipmentMessage.Ordered(ORDER, PARCEL), policy);
      case PAID -> shipment.hear(new ShipmentMessage.Paid(ORDER), policy);
      case CANCELLED -> shipment.hear(new ShipmentMessage.Cancelled(ORDER, PARCEL), policy);
      case DEALER_SHIPS -> unlessRefused(shipment, Shipment::shipByHand);
      case DEALER_TAKES_BACK -> unlessRefused(shipment, Shipment::takeBack);
    };
  }

  private static Change unlessRefused(Shipment shipment, Function<Shipment, Change> hand) {
    try {
      return hand.apply(shipment);
    } catch (IllegalTransition e) {
      return Change.none(shipment);
    }
  }
}
