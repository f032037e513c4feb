package phoneseller.messaging;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** Where the brokers are; one of them is enough to find the others. */
@ConfigurationProperties("spring.kafka")
record BrokerAddresses(@DefaultValue List<String> bootstrapServers) {

  BrokerAddresses {
    if (bootstrapServers.isEmpty()
        || !bootstrapServers.stream()
            .allMatch(server -> server.strip().matches("[^\\s:/]+:\\d+"))) {
      throw new IllegalArgumentException(
          "spring.kafka.bootstrap-servers (SPRING_KAFKA_BOOTSTRAP_SERVERS) is missing or not"
              + " HOST:PORT,HOST:PORT");
    }
  }
}
