package phoneseller.app.adapter.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.greaterThan;

import com.sun.net.httpserver.HttpServer;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.json.JsonCompareMode;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import phoneseller.app.RunningApp;
import phoneseller.messaging.CommitsUnderWay;
import phoneseller.testing.TestDatabase;

/** The APP over HTTP, with a peer on a real socket in pay's place. */
@RunningApp
class OrderControllerTest {

  private static final AtomicInteger PAY_STATUS = new AtomicInteger(201);
  private static final AtomicInteger PAY_CALLS = new AtomicInteger();
  private static final AtomicInteger LOOKS = new AtomicInteger();
  private static final HttpServer PAY = pay();

  @Autowired MockMvcTester http;
  @Autowired JdbcTemplate jdbc;
  @Autowired CircuitBreaker payBreaker;
  @Autowired CommitsUnderWay commits;

  @DynamicPropertySource
  static void settings(DynamicPropertyRegistry properties) {
    TestDatabase.H2.configure(properties);
    properties.add("api.url.pay", () -> "http://localhost:" + PAY.getAddress().getPort());
  }

  @AfterAll
  static void stopPay() {
    PAY.stop(0);
  }

  @BeforeEach
  void empty() {
    await().untilAtomic(LOOKS, greaterThan(0));
    payBreaker.reset();
    PAY_STATUS.set(201);
    PAY_CALLS.set(0);
    jdbc.update("delete from orders");
    jdbc.update("delete from outbox");
    jdbc.update("delete from idempotency_key");
  }

  @Test
  void anOrderIsPlacedAsTheContractSays() {
    var answer = post("{\"item\":\"GX Note99\",\"qty\":\"2\",\"price\":\"990000\"}");

    assertThat(answer).hasStatus(201).hasContentType(MediaType.APPLICATION_JSON);
    assertThat(answer)
        .bodyJson()
        .isLenientlyEqualTo(
            """
            {"item":"GX Note99","qty":2,"status":"Ordered","store":null,"price":990000,
             "point":null,"customerId":"guest"}\
            """);
    String location = String.valueOf(answer.getResponse().getHeader("Location"));
    assertThat(location).matches("http://localhost/orders/\\d+");
    assertThat(answer).bodyJson().extractingPath("$._links.self.href").isEqualTo(location);
    assertThat(answer).bodyJson().extractingPath("$._links.order.href").isEqualTo(location);
    assertThat(token(answer)).isEqualTo(location.replaceAll(".*/", "") + ".Ordered");
    assertThat(outbox()).isOne();
  }

  @Test
  void aPhoneCostsWhatTheCatalogueSays() {
    assertThat(post("{\"item\":\"GX-NOTE99/blue/512\",\"qty\":2}"))
        .hasStatus(201)
        .bodyJson()
        .isLenientlyEqualTo("{\"item\":\"GX-NOTE99/blue/512\",\"qty\":2,\"price\":990000}");
    assertThat(jdbc.queryForObject("select payload from outbox", String.class))
        .contains("\"price\":990000");
  }

  @Test
  void aRepeatIsNotAnsweredWithWhatAKillMayStillUndo() {
    var phone = "{\"item\":\"Maru Folder\",\"qty\":1}";
    assertThat(keyed("key-0", phone)).hasStatus(201);
    try (var _ = commits.begin()) {
      assertThat(keyed("key-0", phone)).as("beside a commit").hasStatus(503);
    }
    assertThat(keyed("key-0", phone)).hasStatus(201);
  }

  @Test
  void aRepeatedRequestHasThePriceOfTheFirst() {
    var phone = "{\"item\":\"Maru Folder\",\"qty\":1}";
    var first = keyed("key-1", phone);
    jdbc.update("update phone set unit_price = unit_price + 1 where name = 'Maru Folder'");
    try {
      assertThat(keyed("key-1", phone))
          .hasStatus(201)
          .bodyJson()
          .isEqualTo(body(first), JsonCompareMode.STRICT);
      assertThat(keyed("key-1", phone.replace("}", ",\"price\":159000}"))).hasStatus(422);
      assertThat(post(phone)).bodyJson().extractingPath("$.price").isEqualTo(159_001);
    } finally {
      jdbc.update("update phone set unit_price = unit_price - 1 where name = 'Maru Folder'");
    }
  }

  @Test
  void linksNameTheHostThatTheClientUsed() {
    var answer =
        http.post()
            .uri("/orders")
            .header("X-Forwarded-Host", "shop.example")
            .header("X-Forwarded-Proto", "https")
            .contentType(MediaType.APPLICATION_JSON)
            .content("{\"item\":\"test\",\"qty\":1}")
            .exchange();

    assertThat(answer.getResponse().getHeader("Location"))
        .startsWith("https://shop.example/orders/");
  }

  @Test
  void aDeclinedOrderIsToldAndKept() {
    PAY_STATUS.set(402);

    var answer = post("{\"item\":\"test\",\"qty\":1,\"price\":402}");

    assertThat(answer).hasStatus(402).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
    assertThat(answer).bodyJson().extractingPath("$.state").isEqualTo("PayFailed");
    assertThat(token(answer)).matches("\\d+\\.PayFailed");
    assertThat(jdbc.queryForObject("select status from orders", String.class))
        .isEqualTo("PAYMENT_FAILED");
  }

  @ParameterizedTest
  @CsvSource({"500", "202", "409"})
  void anUnknownPaymentIsAcceptedWithTheOrdersAddress(int status) {
    PAY_STATUS.set(status);

    var answer = post("{\"item\":\"test\",\"qty\":1,\"price\":5}");

    assertThat(answer).hasStatus(202).containsHeader("Location");
    assertThat(token(answer)).matches("\\d+\\.Ordered");
    assertThat(jdbc.queryForObject("select status from orders", String.class))
        .isEqualTo("AWAITING_PAYMENT");
  }

  @Test
  void whilePayRefusesNothingIsStored() {
    PAY_STATUS.set(503);
    assertThat(post("{\"item\":\"first\",\"qty\":1}")).hasStatus(202);

    var answer = post("{\"item\":\"second\",\"qty\":1}");

    assertThat(answer).hasStatus(503).containsHeader("Retry-After");
    assertThat(answer).bodyJson().extractingPath("$.detail").asString().contains("little later");
    assertThat(jdbc.queryForObject("select count(*) from orders", Long.class)).isOne();
    PAY_STATUS.set(201);
    org.awaitility.Awaitility.await()
        .untilAsserted(() -> assertThat(post("{\"item\":\"x\",\"qty\":1}")).hasStatus(201));
  }

  @Test
  void theSameRequestTwiceIsOneOrder() {
    var first = keyed("key-1", "{\"item\":\"test\",\"qty\":1}");
    var again = keyed("key-1", "{\"qty\":\"1\",\"item\":\"test\"}");

    assertThat(again).hasStatus(201);
    assertThat(again.getResponse().getHeader("Location"))
        .isEqualTo(first.getResponse().getHeader("Location"));
    assertThat(token(again)).isEqualTo(token(first)).endsWith(".Ordered");
    assertThat(PAY_CALLS).hasValue(1);
    assertThat(keyed("key-1", "{\"item\":\"test\",\"qty\":2}"))
        .hasStatus(422)
        .hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "400 | {\"item\": ",
        "400 | []",
        "400 | ''",
        "400 | {\"item\":\"x\",\"qty\":\"many\"}",
        "400 | {\"item\":\"x\",\"qty\":1.5}",
        "400 | {\"item\":\"x\",\"qty\":1000000000000000000000000000000}",
        "400 | {\"item\":\"x\",\"qty\":1,\"price\":0.5}",
        "400 | {\"item\":\"x\",\"qty\":1,\"price\":1e400}",
        "422 | {\"item\":\"x\",\"qty\":0}",
        "422 | {\"item\":\"x\",\"qty\":101}",
        "422 | {\"item\":\"x\"}",
        "422 | {\"item\":\"x\",\"qty\":1,\"price\":-1}",
        "422 | {\"item\":\"GX Note99\",\"qty\":1,\"price\":1}",
        "422 | {\"item\":\"GX Note99\",\"qty\":2,\"price\":495000}",
        "422 | {\"item\":\"GX-NOTE99/pink/512\",\"qty\":1}",
        "422 | {\"item\":\"  \",\"qty\":1}",
        "422 | {\"qty\":1}",
        "422 | {\"item\":\"a\\u0000b\",\"qty\":1}",
        "422 | {\"item\":\"x\",\"qty\":1,\"customerId\":\"\"}"
      })
  void badInputIsRefusedClearlyAndLeavesNothingBehind(int status, String body) {
    var answer = post(body);

    assertThat(answer).hasStatus(status).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
    assertThat(answer).bodyJson().extractingPath("$.correlationId").isNotNull();
    assertThat(answer).bodyJson().doesNotHavePath("$.trace");
    assertThat(jdbc.queryForObject("select count(*) from orders", Long.class)).isZero();
    assertThat(outbox()).isZero();
  }

  @Test
  void aKeyThatIsNoHeaderValueIsRefused() {
    assertThat(keyed("k".repeat(256), "{\"item\":\"test\",\"qty\":1}")).hasStatus(422);
    assertThat(keyed("with space", "{\"item\":\"test\",\"qty\":1}")).hasStatus(422);
  }

  @Test
  void aCancelIsAcceptedAtOnceAndAgain() {
    String location =
        String.valueOf(post("{\"item\":\"test\",\"qty\":1}").getResponse().getHeader("Location"));

    assertThat(patch(location, "{\"status\":\"cancel\"}"))
        .hasStatus(200)
        .hasContentType(MediaType.APPLICATION_JSON)
        .bodyJson()
        .extractingPath("$.status")
        .isEqualTo("OrderCancelled");
    var again = patch(location, "{\"status\":\"cancel\"}");
    assertThat(again).hasStatus(200);
    assertThat(token(again)).isEqualTo(location.replaceAll(".*/", "") + ".OrderCancelled");
    assertThat(outbox()).as("one Ordered, one OrderCancelled").isEqualTo(2);
  }

  @Test
  void nothingElseCanBeAskedOfAnOrder() {
    PAY_STATUS.set(402);
    String location =
        String.valueOf(post("{\"item\":\"test\",\"qty\":1}").getResponse().getHeader("Location"));

    assertThat(patch(location, "{\"status\":\"Shipped\"}")).hasStatus(422);
    assertThat(patch(location, "{}")).hasStatus(422);
    var declined = patch(location, "{\"status\":\"cancel\"}");
    assertThat(declined).hasStatus(409).bodyJson().extractingPath("$.state").isEqualTo("PayFailed");
    assertThat(patch("/orders/999999", "{\"status\":\"cancel\"}")).hasStatus(404);
    assertThat(patch("/orders/abc", "{\"status\":\"cancel\"}")).hasStatus(400);
    assertThat(http.delete().uri(location).exchange()).hasStatus(405);
  }

  @Test
  void ordersAreListedAsHalPages() {
    for (int i = 0; i < 3; i++) {
      post("{\"item\":\"item " + i + "\",\"qty\":1}");
    }

    var page = http.get().uri("/orders?size=2&sort=id,desc").exchange();

    assertThat(page).hasStatus(200).hasContentType("application/hal+json");
    assertThat(page).bodyJson().extractingPath("$._embedded.orders[0].item").isEqualTo("item 2");
    assertThat(page).bodyJson().extractingPath("$.page.totalElements").isEqualTo(3);
    assertThat(page).bodyJson().hasPath("$._links.next");
    assertThat(http.get().uri("/orders?sort=price;drop").exchange()).hasStatus(422);
    assertThat(http.get().uri("/orders/1000000").exchange())
        .hasStatus(404)
        .hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
  }

  @Test
  void allAreReadPartByPartAfterAnId() {
    for (int i = 0; i < 3; i++) {
      post("{\"item\":\"item " + i + "\",\"qty\":1}");
    }

    var page = http.get().uri("/orders?after=0&size=2").exchange();

    assertThat(page).hasStatus(200).hasContentType("application/hal+json");
    assertThat(page).bodyJson().extractingPath("$._embedded.orders.length()").isEqualTo(2);
    assertThat(page).bodyJson().hasPath("$._links.next");
    assertThat(page).bodyJson().doesNotHavePath("$.page");
    assertThat(http.get().uri("/orders?after=x").exchange()).hasStatus(422);
  }

  private MvcTestResult post(String body) {
    return http.post()
        .uri("/orders")
        .contentType(MediaType.APPLICATION_JSON)
        .content(body)
        .exchange();
  }

  private MvcTestResult keyed(String key, String body) {
    return http.post()
        .uri("/orders")
        .header("Idempotency-Key", key)
        .contentType(MediaType.APPLICATION_JSON)
        .content(body)
        .exchange();
  }

  private MvcTestResult patch(String uri, String body) {
    return http.patch().uri(uri).contentType(MediaType.APPLICATION_JSON).content(body).exchange();
  }

  private static String body(MvcTestResult answer) {
    return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
  }

  private static String token(MvcTestResult answer) {
    return String.valueOf(answer.getResponse().getHeader("X-Read-Token"));
  }

  private long outbox() {
    Long rows = jdbc.queryForObject("select count(*) from outbox", Long.class);
    return rows == null ? 0 : rows;
  }

  private static HttpServer pay() {
    try {
      var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.createContext(
          "/payments/admission",
          exchange -> {
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
            LOOKS.incrementAndGet();
          });
      server.createContext(
          "/payments",
          exchange -> {
            exchange.getRequestBody().readAllBytes();
            PAY_CALLS.incrementAndGet();
            int status = PAY_STATUS.get();
            byte[] body =
                ("{\"process\":\"" + (status == 201 ? "Payed" : "Ordered") + "\"}")
                    .getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            if (status == 503) {
              exchange.getResponseHeaders().set("Retry-After", "1");
            }
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
          });
      server.start();
      return server;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
