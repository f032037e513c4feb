package phoneseller.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class TopicReaderTest {

  private static final Map<Integer, Long> ALL = Map.of(0, 6L);

  private final Topic topic = TestBroker.newTopic(1);
  private final MessagingProperties settings = Settings.of("reader", topic.name(), "parked");
  private final Producer<String, byte[]> producer =
      new MessagingConfiguration().eventProducer(TestBroker.properties(), settings);
  private TopicReader<Occurrence> reader;
  private int unreadable;

  @BeforeEach
  void open() {
    var others = happened("for another service");
    EventHeaders.add(others.headers(), EventHeaders.REPLAY_FOR, "another");
    topic.put(
        List.of(
            happened("a"),
            happened("b"),
            topic.record("7", "not readable"),
            others,
            topic.record("7", "{\"eventType\":\"Unheard\"}"),
            happened("c")));
    var handler = new Handling(_ -> {});
    reader =
        TopicReader.open(
            TopicReader.consumer(TestBroker.properties(), 2),
            topic.name(),
            new EventDecoder<>(handler.types(), JsonMapper.shared()),
            new DeadLetters(producer, settings, Clock.systemUTC()));
  }

  @AfterEach
  void close() {
    reader.close();
    producer.close();
  }

  @Test
  void itReadsWhatTheServiceTakesAndCountsWhatNobodyCanRead() {
    assertThat(reader.beginnings()).isEqualTo(Map.of(0, 0L));
    assertThat(reader.ends()).isEqualTo(ALL);

    assertThat(texts(ALL)).containsExactly("a", "b", "c");

    assertThat(unreadable).isEqualTo(1);
    assertThat(reader.next(ALL, 1, Duration.ofSeconds(5)).reached()).isEmpty();
  }

  @Test
  void itStopsWhereItIsToldAndGoesOnFromThere() {
    assertThat(texts(Map.of(0, 1L))).containsExactly("a");
    assertThat(texts(ALL)).containsExactly("b", "c");
  }

  @Test
  void itGoesBackToReadAgain() {
    assertThat(texts(ALL)).hasSize(3);

    reader.goTo(Map.of(0, 1L));

    assertThat(texts(ALL)).containsExactly("b", "c");
  }

  @Test
  void itReadsUntilItHasEnough() {
    assertThat(reader.next(ALL, 4, Duration.ofSeconds(5)).records()).isEqualTo(4);
  }

  @Test
  void whatItHasReadAheadIsForgottenWhenItGoesBack() {
    assertThat(reader.next(ALL, 1, Duration.ofSeconds(5)).records()).isEqualTo(2);

    reader.goTo(Map.of(0, 0L));

    assertThat(texts(ALL)).containsExactly("a", "b", "c");
  }

  private List<String> texts(Map<Integer, Long> ends) {
    var texts = new ArrayList<String>();
    long next = -1;
    while (next < ends.getOrDefault(0, 0L)) {
      var read = reader.next(ends, 1, Duration.ofSeconds(5));
      assertThat(read.reached()).hasSize(1);
      assertThat(read.reached().getFirst().next()).isGreaterThan(next);
      next = read.reached().getFirst().next();
      unreadable += read.unreadable();
      read.deliveries().forEach(delivery -> texts.add(Handling.happened(delivery).text()));
    }
    return texts;
  }

  private ProducerRecord<String, byte[]> happened(String text) {
    return topic.record("7", "{\"eventType\":\"Happened\",\"id\":7,\"text\":\"" + text + "\"}");
  }
}
