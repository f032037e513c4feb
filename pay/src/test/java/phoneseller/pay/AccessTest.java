package phoneseller.pay;

import java.util.Map;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import phoneseller.testing.AccessContract;
import phoneseller.testing.Example;
import phoneseller.testing.TestDatabase;

/** Who may do what with payments, in production's default. */
@RunningPay
class AccessTest extends AccessContract {

  AccessTest() {
    super("pay");
  }

  @DynamicPropertySource
  static void settings(DynamicPropertyRegistry properties) {
    TestDatabase.H2.configure(properties);
    properties.add("api.url.reward", () -> "http://localhost:1");
  }

  @Override
  protected Map<String, Example> examples() {
    return withOperations(
        Map.of(
            "GET /payments", Example.of("/payments", 200),
            "POST /payments",
                Example.of("/payments", 201, 200)
                    .sending("{\"orderId\":7,\"price\":1000,\"customerId\":\"customer-1\"}"),
            "GET /payments/{id}", Example.of("/payments/7", 200, 404),
            "PATCH /payments/{id}",
                Example.of("/payments/9", 404).sending("{\"process\":\"OrderCancelled\"}"),
            "GET /payments/search/findByOrderId",
                Example.of("/payments/search/findByOrderId?orderId=7", 200, 404),
            "GET /payments/provider/journal", Example.of("/payments/provider/journal", 404),
            "GET /payments/admission", Example.of("/payments/admission", 200)));
  }
}
