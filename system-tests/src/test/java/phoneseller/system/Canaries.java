package phoneseller.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import phoneseller.chaos.Answer;
import phoneseller.chaos.Client;
import phoneseller.chaos.Shop;

/** Values that must come out nowhere: put in at every door, and looked for wherever words go. */
final class Canaries {

  private static final String CARD = "4111 1111 " + "1111 1111";
  private static final String CARD_IN_ONE = CARD.replace(" ", "");
  private static final String CREDENTIAL = "of-this-shop-only";
  private static final String CANARY = "canary-3f81";
  private static final List<String> LISTS =
      List.of("/orders", "/payments", "/storeManages", "/customers", "/rewards");

  private final Shop shop;
  private final Client client;
  private final StringBuilder told = new StringBuilder();

  Canaries(Shop shop, Client client) {
    this.shop = shop;
    this.client = client;
  }

  /** Tokens, cookies, reasons and correlations at every service's own door and at the gateway. */
  void inHeaders() throws IOException {
    for (var service : Shop.SERVICES) {
      for (var list : LISTS) {
        for (var method : List.of("GET", "POST", "PATCH")) {
          for (var authorization : List.of("Bearer " + CANARY, "Basic " + CANARY, CANARY)) {
            var body = method.equals("GET") ? "" : "{\"why\":\"" + CANARY + "\"}";
            note(client.send(service, method, list, body, headers(authorization)));
          }
        }
      }
    }
  }

  private static Map<String, String> headers(String authorization) {
    return Map.of(
        "Authorization", authorization,
        "Cookie", "phoneseller-session=" + CANARY + "; __Host-phoneseller-session=" + CANARY,
        "X-Reason", "card " + CARD,
        "X-Correlation-Id", CARD_IN_ONE,
        "traceparent", CANARY);
  }

  /** Cards in every text of an order, and bodies that are none. */
  void inOrders() throws IOException {
    assertThat(note(client.place(CARD, 1, 1000, "customer-6")).status()).isEqualTo(422);
    assertThat(note(client.place("a phone", 1, 1000, CARD_IN_ONE)).status()).isEqualTo(422);
    var key = Map.of("Idempotency-Key", CARD_IN_ONE);
    assertThat(note(client.place("a phone", 1, 1000, "customer-6", key)).status()).isEqualTo(422);
    for (var body :
        List.of(
            CANARY, "{\"item\":" + CANARY, "[\"" + CARD + "\"]", "{\"qty\":\"" + CANARY + "\"}")) {
      for (var path : List.of("/orders", "/payments", "/rewards")) {
        var answer = note(client.send("gateway", "POST", path, body, Map.of()));
        assertThat(answer.status()).as(path + " " + body).isBetween(400, 499);
      }
    }
  }

  /** An order that is taken, although its headers hold what must go nowhere. */
  long inHeadersOfAnOrder() throws IOException {
    var headers = Map.of("X-Correlation-Id", CARD_IN_ONE, "traceparent", CANARY, "X-Reason", CARD);
    var answer = note(client.place("a phone", 1, 1000, "customer-6", headers));
    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.header("X-Correlation-Id")).isNotEmpty();
    return answer.id();
  }

  /** Logs, answers, and the topic with all its headers. */
  void areNowhere() {
    assertThat(told).hasSizeGreaterThan(10_000);
    isNowhere("an answer", told.toString());
    for (var process : shop.processes()) {
      isNowhere("the log of " + process.name(), process.log());
    }
    var records = records();
    assertThat(records).hasSizeGreaterThan(50);
    records.forEach(record -> isNowhere("a record", record));
  }

  private static void isNowhere(String where, String text) {
    assertThat(text)
        .as(where)
        .doesNotContain(CARD, CARD_IN_ONE, CREDENTIAL, CANARY)
        .doesNotContainPattern("eyJ\\w+\\.\\w+\\.");
  }

  private Answer note(Answer answer) {
    told.append(answer.body()).append(answer.headers().map()).append('\n');
    return answer;
  }

  private List<String> records() {
    var all = new ArrayList<String>();
    var settings =
        Map.<String, Object>of("bootstrap.servers", "localhost:" + shop.process("kafka").port());
    try (var consumer =
        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      var partitions =
          consumer.partitionsFor("phoneseller").stream()
              .map(info -> new TopicPartition(info.topic(), info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      var ends = consumer.endOffsets(partitions);
      while (ends.entrySet().stream()
          .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
        consumer.poll(Duration.ofSeconds(1)).forEach(record -> all.add(text(record)));
      }
    }
    return all;
  }

  private static String text(ConsumerRecord<byte[], byte[]> record) {
    var text = new StringBuilder();
    text.append(new String(record.key(), UTF_8)).append(' ');
    text.append(new String(record.value(), UTF_8));
    record
        .headers()
        .forEach(header ->
            text.append(' ')
                .append(header.key())
                .append('=')
                .append(new String(header.value(), UTF_8)));
    return text.toString();
  }
}
