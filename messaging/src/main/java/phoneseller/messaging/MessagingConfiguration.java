package phoneseller.messaging;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.backoff.ExponentialBackOff;
import tools.jackson.databind.json.JsonMapper;

/** Gives a service its outbox, relay and consumer; the service brings an {@link EventHandler}. */
@AutoConfiguration(before = DataSourceTransactionManagerAutoConfiguration.class)
@Import({TransactionConfiguration.class, UnavailableProblems.class})
@EnableConfigurationProperties(MessagingProperties.class)
class MessagingConfiguration {

  /** How long one waits for a broker. */
  private static final Duration AN_OPERATOR = Duration.ofSeconds(3);

  /** What a killed consumer has taken since it told the broker comes again, and changes nothing. */
  private static final Duration BETWEEN_OFFSETS = Duration.ofMillis(500);

  @Bean
  static BeanFactoryPostProcessor addresses(Environment environment) {
    return new Addresses(environment);
  }

  @Bean
  @ConditionalOnMissingBean
  Clock clock() {
    return Clock.systemUTC();
  }

  @Bean
  FlywayMigrationStrategy migration(MessagingProperties settings) {
    return new PatientMigration(settings.startPatience());
  }

  @Bean(destroyMethod = "close")
  Producer<String, byte[]> eventProducer(KafkaProperties kafka, MessagingProperties settings) {
    return new KafkaProducer<>(
        producerConfig(kafka, settings), new StringSerializer(), new ByteArraySerializer());
  }

  /** A send first blocks for the broker, then tries to deliver; both together are its time. */
  static Map<String, Object> producerConfig(KafkaProperties kafka, MessagingProperties settings) {
    Map<String, Object> config = kafka.buildProducerProperties();
    config.put(ProducerConfig.ACKS_CONFIG, "all");
    config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    // A batch is an event or two, seldom more: compressing it costs more memory than it saves
    // bytes.
    config.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "none");
    config.put(ProducerConfig.LINGER_MS_CONFIG, 0);
    config.put(ProducerConfig.BATCH_SIZE_CONFIG, 128 * 1024);
    int timeout = Math.toIntExact(settings.deliveryTimeout().toMillis());
    config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, timeout / 4);
    config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, timeout / 4 * 3);
    config.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, timeout / 4);
    healSoon(config);
    return config;
  }

  @Bean
  OutboxRelay outboxRelay(
      JdbcTemplate jdbc,
      CommitsUnderWay commits,
      Producer<String, byte[]> producer,
      MessagingProperties settings) {
    var margin = settings.deliveryTimeout().plus(Duration.ofSeconds(1));
    var lease = new RelayLease(jdbc, settings.instance(), settings.lease(), margin);
    return new OutboxRelay(new OutboxTable(jdbc, commits), producer, lease, settings);
  }

  @Bean
  Outbox outbox(JdbcTemplate jdbc, JsonMapper json, OutboxRelay relay) {
    return new Outbox(jdbc, json, relay::wake);
  }

  @Bean
  DeadLetters deadLetters(
      Producer<String, byte[]> producer, MessagingProperties settings, Clock clock) {
    return new DeadLetters(producer, settings, clock);
  }

  @Bean
  DeadLetterController deadLetterController(
      KafkaProperties kafka, MessagingProperties settings, Producer<String, byte[]> producer) {
    return new DeadLetterController(
        settings, () -> TopicReader.consumer(kafka, settings.batchSize(), AN_OPERATOR), producer);
  }

  @Bean
  <E> EventConsumer<E> eventConsumer(
      EventHandler<E> handler,
      JsonMapper json,
      DeadLetters deadLetters,
      PlatformTransactionManager transactions,
      Lag lag) {
    return new EventConsumer<>(
        handler,
        new EventDecoder<>(handler.types(), json),
        deadLetters,
        new TransactionTemplate(transactions),
        lag);
  }

  @Bean
  Lag lag(Clock clock) {
    return new Lag(clock);
  }

  @Bean
  TopicWatch topicWatch(KafkaProperties kafka, Lag lag, Clock clock) {
    return new TopicWatch(() -> TopicReader.consumer(kafka, 1), lag, clock);
  }

  @Bean
  <E> TopicReaders<E> topicReaders(
      EventHandler<E> handler,
      JsonMapper json,
      DeadLetters deadLetters,
      KafkaProperties kafka,
      MessagingProperties settings) {
    var decoder = new EventDecoder<>(handler.types(), json);
    return () ->
        TopicReader.open(
            TopicReader.consumer(kafka, 2 * settings.batchSize()),
            settings.topic(),
            decoder,
            deadLetters);
  }

  @Bean
  ConcurrentMessageListenerContainer<String, byte[]> eventContainer(
      KafkaProperties kafka, MessagingProperties settings, EventConsumer<?> consumer) {
    Map<String, Object> config = kafka.buildConsumerProperties();
    config.put(ConsumerConfig.GROUP_ID_CONFIG, settings.service());
    config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, settings.batchSize());
    int session = (int) settings.sessionTimeout().toMillis();
    config.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, session);
    config.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, session / 4);
    config.put(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, 4_000);
    config.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 8_000);
    healSoon(config);
    config.put(
        ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG,
        "org.apache.kafka.clients.consumer.CooperativeStickyAssignor");
    var container = new ContainerProperties(settings.topic());
    container.setMessageListener(consumer);
    container.setMissingTopicsFatal(false);
    container.setIdleBetweenPolls(settings.gather().toMillis());
    container.setAckMode(ContainerProperties.AckMode.TIME);
    container.setAckTime(BETWEEN_OFFSETS.toMillis());
    container.setPollTimeout(BETWEEN_OFFSETS.toMillis());
    container.setAuthExceptionRetryInterval(Duration.ofSeconds(5));
    var containers =
        new ConcurrentMessageListenerContainer<>(
            new DefaultKafkaConsumerFactory<>(
                config, new StringDeserializer(), new ByteArrayDeserializer()),
            container);
    containers.setConcurrency(settings.concurrency());
    containers.setCommonErrorHandler(new DefaultErrorHandler(untilItPasses()));
    return containers;
  }

  private static ExponentialBackOff untilItPasses() {
    var backOff = new ExponentialBackOff(100, 2);
    backOff.setMaxInterval(2_000);
    return backOff;
  }

  /** A broker that is gone, or there and silent, is noticed and its successor found in seconds. */
  private static void healSoon(Map<String, Object> config) {
    config.put(CommonClientConfigs.METADATA_MAX_AGE_CONFIG, 10_000);
    config.put(CommonClientConfigs.RECONNECT_BACKOFF_MAX_MS_CONFIG, 500);
    config.put(CommonClientConfigs.RETRY_BACKOFF_MAX_MS_CONFIG, 500);
    config.put(CommonClientConfigs.SOCKET_CONNECTION_SETUP_TIMEOUT_MS_CONFIG, 2_000);
    config.put(CommonClientConfigs.SOCKET_CONNECTION_SETUP_TIMEOUT_MAX_MS_CONFIG, 4_000);
  }

  @Bean
  MessagingMetrics messagingMetrics(
      JdbcTemplate jdbc, OutboxRelay relay, Lag lag, DeadLetters deadLetters, Clock clock) {
    return new MessagingMetrics(new OutboxDepth(jdbc, clock), relay, lag, deadLetters);
  }
}
