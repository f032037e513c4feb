package phoneseller.messaging;

import java.time.Duration;

/** Settings of a service in a test, with times short enough to wait for. */
final class Settings {

  private Settings() {}

  static MessagingProperties of(String service, String topic, String deadLetters) {
    return new MessagingProperties(
        service,
        service + ":1",
        topic,
        deadLetters,
        500,
        Duration.ofMillis(20),
        Duration.ofMillis(5),
        Duration.ofSeconds(8),
        Duration.ofSeconds(4),
        1,
        Duration.ofSeconds(1),
        Duration.ofSeconds(6));
  }
}
