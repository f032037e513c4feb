package phoneseller.pay.adapter.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import phoneseller.pay.RunningPay;
import phoneseller.pay.domain.Charge;
import phoneseller.pay.domain.OrderId;
import phoneseller.pay.domain.PaymentProvider;
import phoneseller.pay.domain.PaymentProvider.Charging;
import phoneseller.pay.domain.Won;
import phoneseller.testing.TestDatabase;

@RunningPay
class FaultyProviderTest {

  private static final Charge CHARGE = new Charge(new UUID(1, 2), new Won(1_000));

  @Autowired MockMvcTester http;
  @Autowired PaymentProvider provider;
  @Autowired ProviderBooks books;

  @DynamicPropertySource
  static void settings(DynamicPropertyRegistry properties) {
    TestDatabase.H2.configure(properties);
    properties.add("api.url.reward", () -> "http://localhost:1");
    properties.add("phoneseller.faults.enabled", () -> "true");
  }

  @Test
  void aFaultyProviderHasChargedAndDoesNotTell() {
    assertThat(fault("{\"latency\":\"2s\"}")).isEqualTo(200);
    assertThat(provider.charge(new OrderId(1), CHARGE)).isInstanceOf(Charging.NoAnswer.class);
    assertThat(books.charges()).isOne();

    assertThat(fault("{\"errors\":100}")).isEqualTo(200);
    assertThat(provider.charge(new OrderId(1), CHARGE)).isInstanceOf(Charging.NoAnswer.class);

    assertThat(http.delete().uri("/actuator/faults/provider")).hasStatusOk();
    assertThat(provider.charge(new OrderId(1), CHARGE)).isInstanceOf(Charging.Approved.class);
    assertThat(books.charges()).as("one key, one charge").isOne();
  }

  private int fault(String body) {
    return http.post()
        .uri("/actuator/faults/provider")
        .contentType(MediaType.APPLICATION_JSON)
        .content(body)
        .exchange()
        .getResponse()
        .getStatus();
  }
}
