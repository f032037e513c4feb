package phoneseller.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.dao.CannotAcquireLockException;

class EventConsumerTest {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Topic topic = TestBroker.newTopic(1);
  private final Topic parked = TestBroker.newTopic(1);
  private final String service = "service-" + UUID.randomUUID();
  private final List<Subscriber> subscribers = new ArrayList<>();

  @AfterEach
  void end() {
    subscribers.forEach(Subscriber::close);
  }

  @Test
  void aWholePollIsAppliedInOneTransaction() {
    topic.put(texts(0, 100).stream().map(this::event).toList());

    var subscriber = subscribe(_ -> {});

    awaitApplied(subscriber, texts(0, 100));
    assertThat(subscriber.transactions()).isEqualTo(1);
  }

  @Test
  void whatCannotBeReadIsParkedAndTheRestOfThePollIsApplied() {
    var unreadable =
        List.of(
            topic.record("7", null),
            topic.record("7", ""),
            topic.record("7", "null"),
            topic.record("7", "[]"),
            topic.record("7", "not JSON"),
            topic.record("7", "{\"id\":7,\"text\":\"no type\"}"),
            topic.record("7", "{\"eventType\":7}"),
            topic.record("7", "{\"eventType\":\"Happened\",\"text\":\"no id\"}"),
            topic.record("7", "{\"eventType\":\"Happened\",\"id\":\"seven\",\"text\":\"\"}"),
            typed("Happened", null),
            typed("Happened", ""),
            typed("Happened", "null"),
            typed("Happened", "not JSON"),
            typed("Happened", "{\"eventType\":\"Happened\",\"text\":\"no id\"}"));
    var records = new ArrayList<>(unreadable);
    records.addFirst(event("before"));
    records.addLast(event("after"));
    topic.put(records);

    var subscriber = subscribe(_ -> {});

    awaitApplied(subscriber, List.of("before", "after"));
    assertThat(subscriber.transactions()).isEqualTo(1);
    assertThat(subscriber.deadLetters.parked()).isEqualTo(unreadable.size());
    assertThat(parked.records())
        .hasSize(unreadable.size())
        .allSatisfy(letter -> {
          int offset = Integer.parseInt(letter.key().replaceAll(".*@", ""));
          byte[] original = records.get(offset).value();
          assertThat(letter.key()).isEqualTo(service + "/" + topic.name() + "-0@" + offset);
          assertThat(letter.value()).isEqualTo(original == null ? new byte[0] : original);
          assertThat(header(letter, DeadLetters.ERROR)).isNotBlank().doesNotContain("NullPointer");
          assertThat(header(letter, DeadLetters.KEY)).isEqualTo("7");
          assertThat(header(letter, DeadLetters.SERVICE)).isEqualTo(service);
        });
  }

  @Test
  void aTypeThatTheServiceDoesNotWantIsSkippedUnread() {
    topic.put(
        List.of(
            typed("Unheard", "not JSON at all"),
            topic.record("7", "{\"eventType\":\"Unheard\",\"id\":{}}"),
            event("after")));

    var subscriber = subscribe(_ -> {});

    awaitApplied(subscriber, List.of("after"));
    assertThat(parked.records()).isEmpty();
  }

  @Test
  void onlyTheRecordThatFailsForGoodIsParkedAndTheRestIsAppliedOnce() {
    var attempts = new AtomicInteger();
    topic.put(List.of(event("a"), event("b"), event("poison"), event("c"), event("d")));

    var subscriber =
        subscribe(deliveries -> {
          if (texts(deliveries).contains("poison")) {
            attempts.incrementAndGet();
            throw new IllegalStateException("cannot take poison");
          }
        });

    awaitApplied(subscriber, List.of("a", "b", "c", "d"));
    assertThat(parked.records())
        .singleElement()
        .satisfies(letter -> {
          assertThat(Topic.text(letter)).contains("poison");
          assertThat(header(letter, DeadLetters.ERROR))
              .isEqualTo("java.lang.IllegalStateException: cannot take poison");
        });
    assertThat(attempts).hasValue(4);
  }

  @Test
  void aPassingFailureIsRepeatedUntilItHasPassedAndNothingIsParked() {
    var failures = new AtomicInteger(3);
    topic.put(List.of(event("a"), event("b"), event("c")));

    var subscriber =
        subscribe(_ -> {
          if (failures.getAndDecrement() > 0) {
            throw new CannotAcquireLockException("busy");
          }
        });

    awaitApplied(subscriber, List.of("a", "b", "c"));
    assertThat(subscriber.transactions()).isEqualTo(1);
    assertThat(failures).hasValue(-1);
    assertThat(parked.records()).isEmpty();
  }

  @Test
  void aPassingFailureOfARecordAloneParksNothing() {
    var failures = new AtomicInteger(3);
    topic.put(List.of(event("a"), event("poison")));

    var subscriber =
        subscribe(deliveries -> {
          if (texts(deliveries).contains("poison")) {
            throw new IllegalStateException("cannot take poison");
          }
          if (failures.getAndDecrement() > 0) {
            throw new CannotAcquireLockException("busy");
          }
        });

    awaitApplied(subscriber, List.of("a"));
    await().atMost(PATIENCE).until(() -> subscriber.deadLetters.parked() == 1);
    assertThat(parked.records())
        .singleElement()
        .extracting(Topic::text)
        .asString()
        .contains("poison");
  }

  @Test
  void whatWasNotCommittedComesAgainToTheNextInstance() {
    topic.put(List.of(event("a"), event("b")));
    var dying = new AtomicInteger();
    var first =
        subscribe(_ -> {
          dying.incrementAndGet();
          throw new CannotAcquireLockException("its database is gone");
        });
    await().atMost(PATIENCE).until(() -> dying.get() > 1);
    assertThat(first.applied()).isEmpty();
    first.close();

    awaitApplied(subscribe(_ -> {}), List.of("a", "b"));
  }

  @Test
  void whileTheDeadLetterTopicIsAwayThePoisonComesAgain() {
    topic.put(List.of(event("poison"), event("after")));
    var attempts = new AtomicInteger();
    var missing = new Topic(topic.address(), "missing-" + topic.name());
    var subscriber =
        subscribe(
            missing,
            deliveries -> {
              if (texts(deliveries).contains("poison")) {
                attempts.incrementAndGet();
                throw new IllegalStateException("cannot take poison");
              }
            });
    await().atMost(PATIENCE).until(() -> attempts.get() > 4);
    assertThat(subscriber.applied()).isEmpty();
    assertThat(subscriber.deadLetters.parked()).isZero();

    TestBroker.create(missing, 1);

    awaitApplied(subscriber, List.of("after"));
    assertThat(missing.records())
        .singleElement()
        .extracting(Topic::text)
        .asString()
        .contains("poison");
  }

  @Test
  void aReplayMeantForAnotherServiceIsNotForThisOne() {
    var forAnother = event("again");
    EventHeaders.add(forAnother.headers(), EventHeaders.REPLAY_FOR, "another");
    topic.put(List.of(forAnother, event("after")));

    awaitApplied(subscribe(_ -> {}), List.of("after"));
  }

  @Test
  void theLogTellsADeliveryUnderTheCorrelationThatItsHandlerSees() {
    var seen = new ArrayList<String>();
    var subscriber =
        new Subscriber(service, topic, parked.name(), _ -> seen.add(Outbox.causeOf("7").id()));
    subscribers.add(subscriber);

    var lines = logged(() -> subscriber.consumer.onMessage(List.of(received("a"))));

    assertThat(lines)
        .singleElement()
        .satisfies(line -> {
          assertThat(line.getFormattedMessage()).isEqualTo("Happened of 7 from " + topic.name());
          assertThat(line.getMDCPropertyMap()).containsEntry("correlationId", seen.getFirst());
        });
  }

  @Test
  void whatKeepsFailingIsToldOnceAndItsEndToo() {
    var failures = new AtomicInteger(5);
    var subscriber =
        new Subscriber(
            service,
            topic,
            parked.name(),
            _ -> {
              if (failures.getAndDecrement() > 0) {
                throw new CannotAcquireLockException("busy");
              }
            });
    subscribers.add(subscriber);

    var lines =
        logged(() -> {
          for (int i = 0; i < 5; i++) {
            assertThatThrownBy(() -> subscriber.consumer.onMessage(List.of(received("a"))))
                .isInstanceOf(CannotAcquireLockException.class);
          }
          subscriber.consumer.onMessage(List.of(received("a")));
          subscriber.consumer.onMessage(List.of(received("a")));
        });

    assertThat(lines.stream().filter(line -> line.getLevel() == Level.WARN)).hasSize(1);
    assertThat(lines.stream().map(ILoggingEvent::getFormattedMessage))
        .containsOnlyOnce("events are applied again");
  }

  private ConsumerRecord<String, byte[]> received(String text) {
    return new ConsumerRecord<>(topic.name(), 0, 0L, "7", event(text).value());
  }

  private static List<ILoggingEvent> logged(Runnable work) {
    var log = (Logger) LoggerFactory.getLogger(EventConsumer.class);
    var lines = new ListAppender<ILoggingEvent>();
    lines.start();
    log.setLevel(Level.INFO);
    log.addAppender(lines);
    work.run();
    log.detachAppender(lines);
    log.setLevel(null);
    return lines.list;
  }

  private Subscriber subscribe(Consumer<List<Delivery<Occurrence>>> work) {
    return subscribe(parked, work);
  }

  private Subscriber subscribe(Topic deadLetters, Consumer<List<Delivery<Occurrence>>> work) {
    var subscriber = new Subscriber(service, topic, deadLetters.name(), work);
    subscribers.add(subscriber);
    subscriber.start();
    return subscriber;
  }

  private static void awaitApplied(Subscriber subscriber, List<String> texts) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(subscriber.applied()).containsExactlyElementsOf(texts));
  }

  private ProducerRecord<String, byte[]> event(String text) {
    return topic.record(
        "7", "{\"eventType\":\"Happened\",\"id\":7,\"text\":\"" + text + "\",\"more\":true}");
  }

  private ProducerRecord<String, byte[]> typed(String type, @Nullable String value) {
    var record = topic.record("7", value);
    EventHeaders.add(record.headers(), EventHeaders.TYPE, type);
    return record;
  }

  private static List<String> texts(int from, int to) {
    return IntStream.range(from, to).mapToObj(Integer::toString).toList();
  }

  private static List<String> texts(List<Delivery<Occurrence>> deliveries) {
    return deliveries.stream().map(Handling::happened).map(Happened::text).toList();
  }

  private static @Nullable String header(ConsumerRecord<?, ?> record, String name) {
    return EventHeaders.read(record.headers(), name);
  }
}
