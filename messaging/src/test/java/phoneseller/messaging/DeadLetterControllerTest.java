package phoneseller.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import phoneseller.http.OperatorChange;

/** What an operator sees and does over HTTP, on a real broker. */
class DeadLetterControllerTest {

  private final String service = "service-" + UUID.randomUUID();
  private final Topic origin = TestBroker.newTopic(2);
  private final Topic letters = TestBroker.newTopic(1);
  private final MessagingProperties settings = Settings.of(service, origin.name(), letters.name());
  private final Producer<String, byte[]> producer = TestBroker.producer(settings);
  private final String id = service + "/" + origin.name() + "-1@7";
  private final MockMvcTester http = http(TestBroker.address());

  @AfterEach
  void close() {
    producer.close();
  }

  @Test
  void itsOwnUnsettledLettersAreListedWithoutTheirContents() {
    put(letter(id), letter("another/" + origin.name() + "-1@8"), letter(service + "/t-0@1"));
    put(new ProducerRecord<>(letters.name(), service + "/t-0@1", null));

    assertThat(http.get().uri("/actuator/deadletters"))
        .hasStatusOk()
        .bodyJson()
        .isStrictlyEqualTo(
            """
            [{"id":"%s","type":"Happened","key":"7","error":"broken","at":"2026-11-22T12:00:00Z"}]\
            """
                .formatted(id));
  }

  @Test
  void aReplayedLetterIsSettledAndItsRecordIsBackForThisService() {
    put(letter(id));

    var answer = post("replay", id, "mended");

    assertThat(answer).hasStatusOk();
    assertThat(OperatorChange.of(answer.getRequest()))
        .contains(new OperatorChange("replay of a dead letter", id, "mended"));
    assertThat(http.get().uri("/actuator/deadletters")).bodyJson().isStrictlyEqualTo("[]");
    var again = origin.records().getFirst();
    assertThat(again.partition()).isEqualTo(1);
    assertThat(again.key()).isEqualTo("7");
    assertThat(EventHeaders.read(again.headers(), EventHeaders.REPLAY_FOR)).isEqualTo(service);
    assertThat(EventHeaders.read(again.headers(), DeadLetters.ERROR)).isNull();
  }

  @Test
  void anExplainedLetterStaysAndSaysWhy() {
    put(letter(id));

    var answer = post("explain", id, "known");

    assertThat(answer).hasStatusOk();
    assertThat(OperatorChange.of(answer.getRequest()))
        .contains(new OperatorChange("explanation of a dead letter", id, "known"));
    assertThat(http.get().uri("/actuator/deadletters"))
        .bodyJson()
        .extractingPath("$[0].explanation")
        .isEqualTo("known");
  }

  @Test
  void whatIsNoneOfItsOwnIsNotFoundAndNothingIsChanged() {
    put(letter("another/" + origin.name() + "-1@8"));

    for (var unknown : List.of("another/" + origin.name() + "-1@8", service + "/x-0@1", "x")) {
      assertThat(post("replay", unknown, "why")).hasStatus(404);
      assertThat(post("explain", unknown, "why")).hasStatus(404);
    }
    assertThat(origin.records()).isEmpty();
    assertThat(letters.records()).hasSize(1);
  }

  @Test
  void whileTheBrokerIsAwayItSaysSo() {
    var away = http("127.0.0.1:1");

    assertThat(away.get().uri("/actuator/deadletters"))
        .hasStatus(503)
        .hasContentType(MediaType.APPLICATION_PROBLEM_JSON)
        .containsHeader("Retry-After");
  }

  private MvcTestResult post(String act, String letter, String why) {
    return http.post()
        .uri("/actuator/deadletters/" + act)
        .contentType(MediaType.APPLICATION_JSON)
        .content("{\"id\":\"%s\",\"why\":\"%s\"}".formatted(letter, why))
        .exchange();
  }

  private MockMvcTester http(String address) {
    var kafka = TestBroker.properties(address);
    var controller =
        new DeadLetterController(
            settings, () -> TopicReader.consumer(kafka, 100, Duration.ofSeconds(2)), producer);
    return MockMvcTester.create(MockMvcBuilders.standaloneSetup(controller).build());
  }

  @SafeVarargs
  private void put(ProducerRecord<String, byte[]>... records) {
    for (var record : records) {
      letters.put(List.of(record));
    }
  }

  private ProducerRecord<String, byte[]> letter(String letterId) {
    var letter = letters.record(letterId, "{\"eventType\":\"Happened\"}");
    EventHeaders.add(letter.headers(), EventHeaders.TYPE, "Happened");
    EventHeaders.add(letter.headers(), DeadLetters.KEY, "7");
    EventHeaders.add(letter.headers(), DeadLetters.ERROR, "broken");
    EventHeaders.add(letter.headers(), DeadLetters.AT, "2026-11-22T12:00:00Z");
    return letter;
  }
}
