package phoneseller.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static phoneseller.verify.Invariant.ACKNOWLEDGED;
import static phoneseller.verify.Invariant.DEAD_LETTERS;
import static phoneseller.verify.Invariant.NO_ORPHANS;
import static phoneseller.verify.Invariant.OUTBOX;
import static phoneseller.verify.Invariant.PAID_ONCE;
import static phoneseller.verify.Invariant.POINTS_ONCE;
import static phoneseller.verify.Invariant.REFUNDED;
import static phoneseller.verify.Invariant.SETTLED;
import static phoneseller.verify.Invariant.SHIPPED_ONCE;
import static phoneseller.verify.Invariant.VIEW;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import phoneseller.chaos.Client;
import phoneseller.chaos.Shop;
import phoneseller.verify.Addresses;
import phoneseller.verify.Finding;
import phoneseller.verify.Invariant;
import phoneseller.verify.Report;
import phoneseller.verify.Settings;
import phoneseller.verify.Verification;

/**
 * Each invariant is broken in a running shop, found, and mended. What is written for ever, in the
 * provider's books and on the topic, is spoiled last.
 */
@Order(4)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class VerifyIT {

  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final long WON = 990_000;
  private static final String LETTER = "store/phoneseller-0@99";

  private final Shop shop = Shop.onPostgres();
  private final Client client = new Client(shop);
  private final Spoiler spoiler = new Spoiler(shop);
  private final Path promised = shop.folder().resolve("promised");
  private long shipped;
  private long other;
  private long cancelled;

  @BeforeAll
  void everyKindOfOrder() throws IOException {
    shipped = place(WON);
    other = place(19);
    cancelled = place(WON);
    long direct = place(WON);
    long refused = place(403);
    long late = place(408);
    var declined = client.place("a phone", 2, 402, "kim");
    var free = client.send("gateway", "POST", "/orders", "{\"item\":\"gift\",\"qty\":1}", Map.of());
    assertThat(declined.status()).isEqualTo(402);
    assertThat(free.status()).isEqualTo(201);
    assertHolds(verify(PATIENCE, false, null));
    for (long order : List.of(cancelled, refused)) {
      assertThat(client.cancel(order).status()).isEqualTo(200);
    }
    assertThat(client.cancelPayment(direct).status()).isEqualTo(200);
    Files.writeString(promised, shipped + "\n\n" + cancelled + " a-key\n{\"id\":" + late + "}\n");
  }

  @AfterAll
  void close() {
    shop.close();
  }

  @Test
  @Order(1)
  void aShopAtRestHolds() {
    var report = verify(PATIENCE, true, promised);

    assertHolds(report);
    assertThat(report.orders()).isEqualTo(8);
    assertThat(report.acknowledged()).isEqualTo(3);
    assertThat(report.open()).isZero();
    assertThat(report.notes()).isEmpty();
  }

  @Test
  @Order(2)
  void anOrderThatIsGoneIsFound() throws IOException {
    Files.writeString(shop.folder().resolve("more"), "77\n");
    assertThat(verify(Duration.ZERO, false, shop.folder().resolve("more")).findings())
        .containsExactly(new Finding(ACKNOWLEDGED, 77, "there is no such order"));

    var mend = spoiler.delete("app", "orders", "id = " + shipped);
    var found = verify(Duration.ZERO, false, promised);
    spoiler.run("app", mend.toArray(String[]::new));

    assertThat(of(found, shipped)).containsExactlyInAnyOrder(ACKNOWLEDGED, NO_ORPHANS);
  }

  @Test
  @Order(2)
  void aPaymentThatIsGoneOrOfAnotherPriceIsFound() {
    assertThat(withoutRow("pay", "payment", "order_id = " + shipped)).contains(PAID_ONCE);
    assertThat(changed("pay", "payment set amount = amount", "- 1", "+ 1", shipped))
        .containsExactly(PAID_ONCE);
  }

  @Test
  @Order(2)
  void aParcelThatIsGoneOrLeftAfterTheCancelIsFound() {
    assertThat(withoutRow("store", "shipment", "order_id = " + shipped))
        .containsExactly(SHIPPED_ONCE);
    assertThat(changed("store", "shipment set status =", "'Shipped'", "'Returning'", cancelled))
        .containsExactly(SHIPPED_ONCE);
  }

  @Test
  @Order(2)
  void pointsThatAreGoneOrGrantedTwiceAreFound() {
    assertThat(withoutRow("reward", "ledger_entry", "order_id = " + shipped))
        .containsExactly(POINTS_ONCE);
    spoiler.run(
        "reward",
        "insert into ledger_entry (order_id, seq, customer_id, points, kind, booked_at)"
            + " select order_id, 9, customer_id, points, kind, booked_at from ledger_entry"
            + " where order_id = "
            + other);
    var found = verify(Duration.ZERO, false, null);
    spoiler.run("reward", "delete from ledger_entry where seq = 9");

    assertThat(of(found, other)).containsExactly(POINTS_ONCE);
    assertThat(of(found, 0)).containsExactly(VIEW);
  }

  @Test
  @Order(2)
  void aCancelWithoutItsRefundIsFound() {
    assertThat(changed("pay", "payment set state =", "'PAID'", "'CANCELLED'", cancelled))
        .contains(REFUNDED);
  }

  @Test
  @Order(2)
  void aViewThatShowsSomethingElseIsFound() {
    assertThat(withoutRow("customer", "order_view", "order_id = " + shipped)).containsExactly(VIEW);
    assertThat(changed("customer", "order_view set qty = qty", "+ 1", "- 1", shipped))
        .containsExactly(VIEW);
    spoiler.run("customer", "update customer_totals set points = points + 1");
    var found = verify(Duration.ZERO, false, null);
    spoiler.run("customer", "update customer_totals set points = points - 1");

    assertThat(of(found, 0)).contains(VIEW);
  }

  @Test
  @Order(2)
  void whatIsLeftOfAnOrderThatNeverWasIsFound() {
    spoiler.run(
        "customer", "insert into order_view (order_id, version, status) values (99, 1, 'Ordered')");
    var found = verify(Duration.ZERO, false, null);
    spoiler.run("customer", "delete from order_view where order_id = 99");

    assertThat(of(found, 99)).containsExactly(NO_ORPHANS);
  }

  @Test
  @Order(2)
  void anEventThatNobodyPublishesIsFound() {
    shop.process("kafka").pause();
    spoiler.run(
        "store",
        "insert into outbox (record_key, event_type, payload, correlation, traceparent, created_at)"
            + " values ('1', 'Unknown', '{}', 'c', 't', current_timestamp - interval '2 m')");
    var found = verify(Duration.ZERO, false, null, "");
    spoiler.run("store", "delete from outbox where event_type = 'Unknown'");
    shop.process("kafka").resume();

    assertThat(of(found, 0)).containsExactly(OUTBOX);
  }

  @Test
  @Order(2)
  void aDeadLetterIsFoundUntilItIsExplained() throws Exception {
    letter("{}".getBytes(UTF_8), null);
    assertThat(of(verify(Duration.ZERO, false, null), 7)).containsExactly(DEAD_LETTERS);
    letter("{}".getBytes(UTF_8), "known");
    assertHolds(verify(Duration.ZERO, false, null));
    letter(null, null);
  }

  @Test
  @Order(3)
  void anOrderThatDoesNotEndIsFoundInASettledShop() throws IOException {
    long open = client.place("a phone", 2, 504, "kim").id();

    assertHolds(verify(PATIENCE, false, null));
    var settled = verify(Duration.ofSeconds(1), true, null);

    assertThat(settled.open()).isEqualTo(1);
    assertThat(of(settled, open)).containsExactly(SETTLED);
    client.cancel(open);
    assertHolds(verify(PATIENCE, true, null));
  }

  @Test
  @Order(4)
  void anOrderChargedTwiceIsFound() throws IOException {
    Path books = shop.folder().resolve("pay/provider-journal.ndjson");
    var charge =
        Files.readAllLines(books).stream()
            .filter(line -> line.startsWith("{\"orderId\":" + shipped + ","))
            .findFirst()
            .orElseThrow();
    String again = charge.replaceFirst("\"key\":\"........", "\"key\":\"00000000");
    Files.writeString(books, again + "\n", StandardOpenOption.APPEND);

    assertThat(of(verify(Duration.ZERO, false, null), shipped)).containsExactly(PAID_ONCE);
  }

  @Test
  @Order(5)
  void aParcelThatLeavesTwiceIsFound() {
    spoiler.run(
        "store",
        "insert into outbox (record_key, event_type, payload, correlation, traceparent, created_at)"
            + " values ('%d', 'Shipped', '%s', 'twice', '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01', current_timestamp)"
                .formatted(
                    other,
                    "{\"eventType\":\"Shipped\",\"timestamp\":\"20261122120350\",\"id\":%1$d,"
                            .formatted(other)
                        + "\"orderId\":%d,\"item\":\"a phone\",\"process\":\"Shipped\"}"
                            .formatted(other)));

    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> assertThat(of(verify(Duration.ZERO, false, null), other)).contains(SHIPPED_ONCE));
  }

  private long place(long price) throws IOException {
    var answer = client.place("a phone", 2, price, "kim");
    assertThat(answer.status()).isIn(201, 202);
    return answer.id();
  }

  private List<Invariant> withoutRow(String service, String table, String where) {
    var mend = spoiler.delete(service, table, where);
    var found = verify(Duration.ZERO, false, null);
    spoiler.run(service, mend.toArray(String[]::new));
    return of(found, shipped);
  }

  private List<Invariant> changed(
      String service, String change, String to, String back, long order) {
    String where = " where order_id = " + order;
    spoiler.run(service, "update " + change + " " + to + where);
    var found = verify(Duration.ZERO, false, null);
    spoiler.run(service, "update " + change + " " + back + where);
    return of(found, order);
  }

  private void letter(byte @Nullable [] value, @Nullable String explanation) throws Exception {
    Map<String, Object> config = Map.of("bootstrap.servers", bootstrap());
    try (var producer =
        new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer())) {
      var letter = new ProducerRecord<String, byte[]>("phoneseller.dead-letters", LETTER, value);
      letter.headers().add("dead-letter-key", "7".getBytes(UTF_8));
      if (explanation != null) {
        letter.headers().add("dead-letter-explanation", explanation.getBytes(UTF_8));
      }
      producer.send(letter).get();
    }
  }

  private Report verify(Duration within, boolean settled, @Nullable Path acknowledged) {
    return verify(within, settled, acknowledged, bootstrap());
  }

  private Report verify(
      Duration within, boolean settled, @Nullable Path acknowledged, String bootstrap) {
    var addresses =
        new Addresses(
            uri("app"), uri("pay"), uri("store"), uri("reward"), uri("customer"), bootstrap);
    return new Verification(addresses, new Settings(acknowledged, within, settled)).run();
  }

  private static List<Invariant> of(Report report, long order) {
    return report.findings().stream()
        .filter(finding -> finding.order() == order)
        .map(Finding::invariant)
        .distinct()
        .toList();
  }

  private static void assertHolds(Report report) {
    assertThat(report.findings()).isEmpty();
  }

  private URI uri(String service) {
    return URI.create(shop.process(service).url());
  }

  private String bootstrap() {
    return "127.0.0.1:" + shop.process("kafka").port();
  }
}
