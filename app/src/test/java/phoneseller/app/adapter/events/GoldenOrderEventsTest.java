package phoneseller.app.adapter.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import phoneseller.app.domain.EarnedPoints;
import phoneseller.app.domain.Order;
import phoneseller.app.domain.OrderEvent.OrderPlaced;
import phoneseller.app.domain.OrderEvent.OrderWasCancelled;
import phoneseller.app.domain.OrderFact;
import phoneseller.app.domain.OrderId;
import phoneseller.app.domain.OrderStatus.Cancelled;
import phoneseller.app.domain.Purchase;
import phoneseller.contracts.GoldenEvents;
import phoneseller.contracts.ShopEvent;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class GoldenOrderEventsTest {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Purchase TWO_PHONES = Purchase.of("customer-1", "GX Note99", 2, 990_000L);
  private static final OrderId SECOND = new OrderId(2);

  @Test
  void whatIsPublishedIsTheGoldenOrdered() {
    var event = new OrderPlaced(Order.placed(SECOND, TWO_PHONES));

    assertThat(OutboxOrderEvents.wire(event, "20261122120349")).isEqualTo(golden("Ordered"));
  }

  @Test
  void whatIsPublishedIsTheGoldenOrderCancelled() {
    var order = new Order(SECOND, TWO_PHONES, new Cancelled(), new EarnedPoints(99_000, 2), 3);

    assertThat(OutboxOrderEvents.wire(new OrderWasCancelled(order), "20261122120425"))
        .isEqualTo(golden("OrderCancelled"));
  }

  @ParameterizedTest
  @CsvSource({
    "PayCompleted,    PaymentMade[]",
    "PayCancelled,    PaymentUndone[]",
    "PayFailed,       PaymentDeclined[]",
    "Shipped,         LeftTheStore[]",
    "RewardCompleted, 'PointsChanged[points=99000, entry=2]'",
    "RewardCancelled, 'PointsChanged[points=0, entry=4]'"
  })
  void theGoldenEventsOfTheOthersAreUnderstood(String type, String fact) {
    assertThat(ShopNews.fact(golden(type)).map(OrderFact::toString)).contains(fact);
  }

  @ParameterizedTest
  @CsvSource({"Ordered", "OrderCancelled"})
  void itsOwnEventsTellItNothing(String type) {
    assertThat(ShopNews.fact(golden(type))).isEqualTo(Optional.empty());
  }

  private static ShopEvent golden(String type) {
    try {
      var json = (ObjectNode) JSON.readTree(GoldenEvents.json(type));
      json.remove("eventType");
      return (ShopEvent) JSON.treeToValue(json, Class.forName("phoneseller.contracts." + type));
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }
}
