package phoneseller.store;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import phoneseller.store.application.FollowOrders;
import phoneseller.store.domain.OrderId;
import phoneseller.store.domain.Parcel;
import phoneseller.store.domain.ShipmentMessage;
import phoneseller.testing.AccessContract;
import phoneseller.testing.Example;
import phoneseller.testing.TestDatabase;

/** Who may do what with shipments, in production's default. */
@RunningStore
class AccessTest extends AccessContract {

  @Autowired private FollowOrders followOrders;

  AccessTest() {
    super("store");
  }

  @DynamicPropertySource
  static void database(DynamicPropertyRegistry properties) {
    TestDatabase.HSQLDB.configure(properties);
  }

  @Override
  protected Map<String, Example> examples() {
    followOrders.follow(
        List.of(
            new ShipmentMessage.Ordered(new OrderId(7), new Parcel("a phone", "customer-1")),
            new ShipmentMessage.Paid(new OrderId(7))),
        Instant.EPOCH);
    return withOperations(
        Map.of(
            "GET /storeManages", Example.of("/storeManages", 200),
            "GET /storeManages/shipping", Example.of("/storeManages/shipping", 200),
            "GET /storeManages/{id}", Example.of("/storeManages/7", 200),
            "PATCH /storeManages/{id}",
                Example.of("/storeManages/7", 200).sending("{\"process\":\"Shipped\"}"),
            "GET /storeManages/search/findByOrderId",
                Example.of("/storeManages/search/findByOrderId?orderId=7", 200)));
  }
}
