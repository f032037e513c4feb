package phoneseller.reward;

import java.util.Map;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import phoneseller.testing.AccessContract;
import phoneseller.testing.Example;
import phoneseller.testing.TestDatabase;

/** Who may do what with the ledger, in production's default. */
@RunningReward
class AccessTest extends AccessContract {

  AccessTest() {
    super("reward");
  }

  @DynamicPropertySource
  static void database(DynamicPropertyRegistry properties) {
    TestDatabase.HSQLDB.configure(properties);
  }

  @Override
  protected Map<String, Example> examples() {
    return withOperations(
        Map.of(
            "GET /rewards", Example.of("/rewards", 200),
            "POST /rewards",
                Example.of("/rewards", 201, 200)
                    .sending("{\"orderId\":7,\"point\":-1,\"process\":\"PayCancelled\"}"),
            "GET /rewards/{id}", Example.of("/rewards/1", 200, 404),
            "PATCH /rewards/{id}",
                Example.of("/rewards/1", 200, 404, 409).sending("{\"process\":\"Cancelled\"}"),
            "GET /rewards/search/findByOrderId",
                Example.of("/rewards/search/findByOrderId?orderId=7", 200),
            "GET /rewards/load", Example.of("/rewards/load", 200, 503)));
  }
}
