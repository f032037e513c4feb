package phoneseller.messaging;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import phoneseller.http.MissingSetting;

class AddressesTest {

  private static final String DATABASE = "jdbc:postgresql://db/app";

  @ParameterizedTest
  @ValueSource(strings = {"", "postgres:5432/app"})
  void aServiceWithoutADatabaseSaysWhichSettingIsMissing(String url) {
    assertThatThrownBy(() -> Addresses.check(url, List.of("kafka:9092")))
        .isInstanceOf(MissingSetting.class)
        .hasMessageContaining("SPRING_DATASOURCE_URL");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "kafka", "kafka:port", "http://kafka:9092"})
  void aServiceWithoutBrokersSaysSoToo(String server) {
    var servers = server.isEmpty() ? List.<String>of() : List.of("kafka:9092", server);
    assertThatThrownBy(() -> Addresses.check(DATABASE, servers))
        .isInstanceOf(MissingSetting.class)
        .hasMessageContaining("SPRING_KAFKA_BOOTSTRAP_SERVERS");
  }

  @Test
  void severalBrokersAreWell() {
    assertThatCode(() -> Addresses.check(DATABASE, List.of("a:9092", " b:9092")))
        .doesNotThrowAnyException();
  }
}
