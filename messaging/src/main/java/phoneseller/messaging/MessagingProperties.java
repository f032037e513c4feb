package phoneseller.messaging;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param service names the publisher and the consumer group
 * @param instance names this instance among those of the service
 * @param batchSize events relayed, and records polled, at a time
 * @param pollInterval how often the relay looks for events that another instance committed
 * @param gather how long relay and consumer rest after a batch, so that the next is a batch too; an
 *     event that comes after a rest waits for nothing
 * @param lease how long a dead relay's outbox waits for the next one
 * @param deliveryTimeout how long a relay tries to send before it starts again; below the lease
 * @param concurrency consumer threads of this instance
 * @param startPatience how long a start waits for a database that is away
 * @param sessionTimeout how long a dead instance keeps its partitions
 */
@ConfigurationProperties("phoneseller.messaging")
record MessagingProperties(
    String service,
    String instance,
    @DefaultValue("phoneseller") String topic,
    @DefaultValue("phoneseller.dead-letters") String deadLetterTopic,
    @DefaultValue("1000") int batchSize,
    @DefaultValue("100ms") Duration pollInterval,
    @DefaultValue("80ms") Duration gather,
    @DefaultValue("12s") Duration lease,
    @DefaultValue("8s") Duration deliveryTimeout,
    @DefaultValue("1") int concurrency,
    @DefaultValue("2m") Duration startPatience,
    @DefaultValue("6s") Duration sessionTimeout) {

  MessagingProperties {
    if (deliveryTimeout.compareTo(lease) >= 0) {
      throw new IllegalArgumentException("delivery-timeout must be below lease");
    }
  }
}
