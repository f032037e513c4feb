package phoneseller.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressesTest {

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "postgres:5432/app"})
  void aServiceWithoutADatabaseSaysWhichSettingIsMissing(@Nullable String url) {
    assertThatThrownBy(() -> new DatabaseAddress(url))
        .hasMessageContaining("SPRING_DATASOURCE_URL");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "kafka", "kafka:port", "http://kafka:9092"})
  void aServiceWithoutBrokersSaysSoToo(String server) {
    assertThatThrownBy(() -> new BrokerAddresses(server.isEmpty() ? List.of() : List.of(server)))
        .hasMessageContaining("SPRING_KAFKA_BOOTSTRAP_SERVERS");
  }

  @Test
  void addressesAreTakenAsTheyCome() {
    assertThat(new DatabaseAddress("jdbc:h2:mem:x").url()).isEqualTo("jdbc:h2:mem:x");
    assertThat(new BrokerAddresses(List.of("a:1", " b:2")).bootstrapServers()).hasSize(2);
  }
}
