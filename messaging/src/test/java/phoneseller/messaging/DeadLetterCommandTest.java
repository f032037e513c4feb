package phoneseller.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DeadLetterCommandTest {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String TRACE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

  private final Topic deadLetters = new Topic(TestBroker.address(), "phoneseller.dead-letters");
  private final Topic topic = TestBroker.newTopic(2);
  private final String service = "service-" + UUID.randomUUID();
  private final String another = "another-" + UUID.randomUUID();
  private final Set<String> broken = ConcurrentHashMap.newKeySet();
  private final List<Subscriber> subscribers = new ArrayList<>();
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @BeforeEach
  void begin() {
    settleAll();
    broken.addAll(List.of(service, another));
    topic.put(List.of(event("a", 1), event("b", 2), event("c", 3)));
  }

  @AfterEach
  void end() {
    subscribers.forEach(Subscriber::close);
    settleAll();
  }

  @Test
  void withoutDeadLettersTheListSaysSo() throws Exception {
    assertThat(run("list")).isTrue();

    assertThat(lines(out)).containsExactly("0 dead letters");
  }

  @Test
  void theListTellsOfEachDeadLetterWhichWhenWhatAndWhy() throws Exception {
    park(service, "b");

    assertThat(run("list")).isTrue();

    assertThat(lines(out)).hasSize(2).last().isEqualTo("1 dead letter");
    assertThat(lines(out).getFirst())
        .matches(
            service
                + "/"
                + topic.name()
                + "-[01]@\\d+  20\\d\\d-\\d\\d-\\d\\dT[0-9:.]+Z  Happened of 7"
                + "  java.lang.IllegalStateException: cannot take b");
  }

  @Test
  void aReplayedRecordIsTheOriginalAndItsDeadLetterIsSettled() throws Exception {
    var subscriber = park(service, "b");
    String id = ids().getFirst();
    broken.clear();

    assertThat(run("replay", id)).isTrue();

    assertThat(lines(out)).containsExactly("replayed " + id);
    awaitApplied(subscriber, "a", "c", "b");
    var original = topic.records().get(1);
    var again = topic.records().get(3);
    assertThat(again.partition()).isEqualTo(original.partition());
    assertThat(again.key()).isEqualTo("7");
    assertThat(again.value()).isEqualTo(original.value());
    assertThat(again.headers())
        .startsWith(original.headers().toArray())
        .hasSize(original.headers().toArray().length + 1);
    assertThat(EventHeaders.read(again.headers(), EventHeaders.REPLAY_FOR)).isEqualTo(service);
    assertThat(ids()).isEmpty();
    assertThat(subscriber.deadLetters.parked()).isEqualTo(1);
  }

  @Test
  void oneOfSeveralIsReplayedAndTheOthersStay() throws Exception {
    var subscriber = park(service, "a", "c");
    var ids = ids();
    broken.clear();

    assertThat(run("replay", ids.getFirst())).isTrue();

    awaitApplied(subscriber, "b", "a");
    assertThat(ids()).containsExactly(ids.getLast());
  }

  @Test
  void allAreReplayedEachForTheServiceThatHadParkedIt() throws Exception {
    var one = park(service, "a", "b");
    var other = park(another, "b");
    assertThat(ids()).hasSize(3);
    broken.clear();

    assertThat(run("replay", "all")).isTrue();

    awaitApplied(one, "c", "a", "b");
    awaitApplied(other, "a", "c", "b");
    assertThat(ids()).isEmpty();
    assertThat(topic.records()).hasSize(6);
  }

  @Test
  void anExplainedLetterStaysAndSaysWhyAndCanBeReplayed() throws Exception {
    var subscriber = park(service, "a", "b");
    var ids = ids();

    assertThat(run("explain", ids.getFirst(), "known: an old publisher")).isTrue();

    assertThat(lines(out)).containsExactly("explained " + ids.getFirst());
    assertThat(ids()).containsExactlyInAnyOrderElementsOf(ids);
    assertThat(lines(out)).contains("    explained: known: an old publisher").hasSize(4);
    broken.clear();
    assertThat(run("replay", ids.getFirst())).isTrue();
    awaitApplied(subscriber, "c", "a");
    assertThat(topic.records().getLast().headers().lastHeader(DeadLetters.EXPLANATION)).isNull();
    assertThat(ids()).containsExactly(ids.getLast());
  }

  @Test
  void anUnknownIdIsRefusedAndNothingIsReplayed() throws Exception {
    park(service, "a");

    assertThat(run("replay", ids().getFirst(), "nobody/nothing-0@1")).isFalse();

    assertThat(lines(err)).containsExactly("dead-letters: no such dead letter: nobody/nothing-0@1");
    assertThat(topic.records()).hasSize(3);
    assertThat(ids()).hasSize(1);
  }

  @Test
  void aReplayedRecordThatIsStillPoisonIsParkedAgainUnderANewId() throws Exception {
    var subscriber = park(service, "b");
    String id = ids().getFirst();

    assertThat(run("replay", "all")).isTrue();

    await().atMost(PATIENCE).until(() -> subscriber.deadLetters.parked() == 2);
    assertThat(ids()).hasSize(1).doesNotContain(id);
    broken.clear();
    assertThat(run("replay", "all")).isTrue();
    awaitApplied(subscriber, "a", "c", "b");
  }

  /** A subscriber of this service that parks these texts as long as the service is broken. */
  private Subscriber park(String name, String... poison) {
    var subscriber =
        new Subscriber(
            name,
            topic,
            deadLetters.name(),
            deliveries -> {
              for (var delivery : deliveries) {
                String text = Handling.happened(delivery).text();
                if (broken.contains(name) && Arrays.asList(poison).contains(text)) {
                  throw new IllegalStateException("cannot take " + text);
                }
              }
            });
    subscribers.add(subscriber);
    subscriber.start();
    await()
        .atMost(PATIENCE)
        .until(() ->
            subscriber.deadLetters.parked() == poison.length
                && subscriber.applied().size() == 3 - poison.length);
    return subscriber;
  }

  private boolean run(String... words) throws Exception {
    out.reset();
    err.reset();
    try (var command = new DeadLetterCommand(TestBroker.address());
        var toOut = new PrintStream(out, true, UTF_8);
        var toErr = new PrintStream(err, true, UTF_8)) {
      var ids = List.of(words).subList(1, words.length);
      return switch (words[0]) {
        case "list" -> command.list(toOut);
        case "explain" ->
            command.explain(ids.subList(0, ids.size() - 1), ids.getLast(), toOut, toErr);
        default -> command.replay(ids, toOut, toErr);
      };
    }
  }

  private List<String> ids() throws Exception {
    assertThat(run("list")).isTrue();
    return lines(out).stream()
        .filter(line -> line.contains("/"))
        .map(line -> line.substring(0, line.indexOf(' ')))
        .toList();
  }

  private void settleAll() {
    deadLetters.put(
        deadLetters.records().stream()
            .map(letter -> new ProducerRecord<String, byte[]>(letter.topic(), letter.key(), null))
            .toList());
  }

  private ProducerRecord<String, byte[]> event(String text, long id) {
    var record =
        topic.record("7", "{\"eventType\":\"Happened\",\"id\":7,\"text\":\"" + text + "\"}");
    EventHeaders.write(record.headers(), "shopping-" + id, TRACE);
    EventHeaders.add(record.headers(), EventHeaders.TYPE, "Happened");
    EventHeaders.add(record.headers(), EventHeaders.ID, Long.toString(id));
    EventHeaders.add(record.headers(), EventHeaders.SOURCE, "/publisher");
    return record;
  }

  private static void awaitApplied(Subscriber subscriber, String... texts) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(subscriber.applied()).containsExactly(texts));
  }

  private static List<String> lines(ByteArrayOutputStream output) {
    return output.toString(UTF_8).lines().toList();
  }
}
