package phoneseller.app.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import phoneseller.app.InMemoryCatalogue;
import phoneseller.app.InMemoryShop;
import phoneseller.app.application.Placement.KeyReused;
import phoneseller.app.application.Placement.Placed;
import phoneseller.app.application.Placement.Running;
import phoneseller.app.domain.Assortment;
import phoneseller.app.domain.Invalid;
import phoneseller.app.domain.Order;
import phoneseller.app.domain.OrderId;
import phoneseller.app.domain.Purchase;
import phoneseller.app.domain.Whose;

/** Orders of phones whose price the catalogue knows. */
class PlacePhoneTest {

  private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");

  private final InMemoryShop shop = new InMemoryShop();
  private final InMemoryCatalogue catalogue = new InMemoryCatalogue();
  private final AcceptOrder accept =
      new AcceptOrder(shop, shop, shop, new PricePurchase(catalogue, Assortment.ANYTHING));
  private final PlaceOrder placeOrder =
      new PlaceOrder(
          shop, shop, shop, accept, new AskForPayment(shop, new FollowOrders(shop, shop)));

  @BeforeEach
  void aPhoneIsSold() {
    catalogue.sell("GX Note99", "GX-NOTE99", 495_000);
  }

  @Test
  void theOrderItsEventAndItsPaymentHaveThePriceOfTheCatalogue() {
    assertThat(place("key", 2, null)).isEqualTo(placed(2, 990_000));

    assertThat(shop.find(new OrderId(1)).orElseThrow().purchase()).isEqualTo(phone(2, 990_000L));
    assertThat(shop.published)
        .singleElement()
        .satisfies(event -> assertThat(event.order().purchase()).isEqualTo(phone(2, 990_000L)));
  }

  @Test
  void anotherPriceStoresNothingAndUsesNoAdmission() {
    assertThatThrownBy(() -> place("key", 1, 494_999L)).isInstanceOf(Invalid.class);

    assertThat(shop.count(Whose.EVERYBODYS)).isZero();
    assertThat(shop.published).isEmpty();
    assertThat(shop.asked).isEmpty();
    assertThat(shop.admitted).isZero();
    assertThat(place("key", 1, 495_000L)).as("the key is free").isEqualTo(placed(1, 495_000));
  }

  @Test
  void aRepeatIsTheSameAnswerWhateverThePriceIsByThen() {
    place("unpriced", 1, null);
    place("priced", 1, 495_000L);
    catalogue.sell("GX Note99", "GX-NOTE99", 550_000);

    assertThat(place("unpriced", 1, null)).isEqualTo(placed(1, 1, 495_000));
    assertThat(place("priced", 1, 495_000L)).isEqualTo(placed(2, 1, 495_000));
    assertThat(shop.count(Whose.EVERYBODYS)).isEqualTo(2);
    assertThat(shop.asked).hasSize(2);
  }

  @Test
  void anotherBodyIsAnotherRequestEvenAtThePriceThatTheFirstGot() {
    place("unpriced", 1, null);
    place("priced", 1, 495_000L);

    assertThat(place("unpriced", 1, 495_000L)).isEqualTo(new KeyReused());
    assertThat(place("priced", 1, null)).isEqualTo(new KeyReused());
    assertThat(place("unpriced", 2, null)).isEqualTo(new KeyReused());
    assertThat(place("priced", 1, 1L)).isEqualTo(new KeyReused());
    assertThat(shop.count(Whose.EVERYBODYS)).isEqualTo(2);
  }

  /** The first one commits between this one's look for the key and its look for the price. */
  @Test
  void aRepeatThatOvertakesAChangeOfPriceIsStillARepeat() {
    var asked = phone(1, 495_000L);
    shop.beforeAdmission =
        () -> {
          accept.accept(asked, "key", NOON);
          catalogue.sell("GX Note99", "GX-NOTE99", 550_000);
        };

    assertThat(placeOrder.place(asked, "key", NOON)).isEqualTo(new Running());
    assertThat(shop.count(Whose.EVERYBODYS)).isOne();
    assertThat(shop.admitted).isZero();
  }

  private Placement place(String key, int quantity, @Nullable Long price) {
    return placeOrder.place(phone(quantity, price), key, NOON);
  }

  private static Purchase phone(int quantity, @Nullable Long price) {
    return Purchase.of("customer-1", "GX Note99", quantity, price);
  }

  private static Placed placed(int quantity, long price) {
    return placed(1, quantity, price);
  }

  private static Placed placed(long id, int quantity, long price) {
    return new Placed(Order.placed(new OrderId(id), phone(quantity, price)));
  }
}
