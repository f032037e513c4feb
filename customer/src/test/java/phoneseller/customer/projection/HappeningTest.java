package phoneseller.customer.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import phoneseller.contracts.GoldenEvents;
import phoneseller.contracts.ShopEvent;
import phoneseller.customer.Life;
import phoneseller.customer.view.Step;
import phoneseller.messaging.Delivery;
import tools.jackson.databind.json.JsonMapper;

class HappeningTest {

  private static final Instant NOW = Instant.parse("2026-11-22T12:03:49.123456789Z");

  @ParameterizedTest
  @MethodSource("types")
  void theGoldenEventIsUnderstood(Class<? extends ShopEvent> type) {
    var event =
        JsonMapper.builder().build().readValue(GoldenEvents.json(type.getSimpleName()), type);

    var happening = Happening.of(new Delivery<>(event, "/any", "7", NOW, 3));

    assertThat(happening.orderId()).isEqualTo(2);
    assertThat(happening.customerId()).isEqualTo("customer-1");
    assertThat(happening.step().event()).isEqualTo(type.getSimpleName());
    assertThat(Step.of(type.getSimpleName())).isEqualTo(happening.step());
  }

  static Stream<Class<?>> types() {
    return Stream.of(ShopEvent.class.getPermittedSubclasses());
  }

  @Test
  void theInstantIsKeptAsFinelyAsADatabaseCan() {
    var paid = Life.of(2, "customer-1").paid();

    assertThat(Happening.of(new Delivery<>(paid.event(), "/pay", "7", NOW, 3)).at())
        .isEqualTo("2026-11-22T12:03:49.123456Z");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "12345678901234567890123456789012345678901234567890123456789012345"})
  void aCustomerWhoCannotBeIsRefused(String customer) {
    assertThatThrownBy(() -> Happening.of(Life.of(2, customer).ordered()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("customerId");
  }
}
