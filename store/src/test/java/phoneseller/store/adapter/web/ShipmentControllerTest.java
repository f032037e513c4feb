package phoneseller.store.adapter.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import phoneseller.store.RunningStore;
import phoneseller.store.application.FollowOrders;
import phoneseller.store.domain.OrderId;
import phoneseller.store.domain.Parcel;
import phoneseller.store.domain.ShipmentMessage;
import phoneseller.testing.TestDatabase;

@RunningStore
class ShipmentControllerTest {

  private static final Instant NOW = Instant.parse("2026-11-22T12:03:50Z");
  private static final String SHIPPED = "{\"process\":\"Shipped\"}";
  private static final String RETURNED = "{\"process\":\"Returned\"}";

  @Autowired MockMvcTester http;
  @Autowired FollowOrders followOrders;
  @Autowired JdbcTemplate jdbc;

  @DynamicPropertySource
  static void database(DynamicPropertyRegistry properties) {
    TestDatabase.HSQLDB.configure(properties);
  }

  /** 1 waits for its payment, 2 is ready, 3 is paid and unknown, 4 is cancelled. */
  @BeforeEach
  void fourOrders() {
    jdbc.update("delete from shipment");
    jdbc.update("delete from outbox");
    followOrders.follow(
        List.of(
            new ShipmentMessage.Ordered(new OrderId(1), new Parcel("GX Note99", "kim")),
            new ShipmentMessage.Ordered(new OrderId(2), new Parcel("GX Note99", "kim")),
            new ShipmentMessage.Paid(new OrderId(2)),
            new ShipmentMessage.Paid(new OrderId(3)),
            new ShipmentMessage.Cancelled(new OrderId(4), new Parcel("GX Note99", "kim"))),
        NOW);
  }

  @Test
  void aShipmentIsShownInTheWordsOfTheWire() {
    assertThat(get("/storeManages/2"))
        .hasStatusOk()
        .hasContentTypeCompatibleWith("application/hal+json")
        .bodyJson()
        .isStrictlyEqualTo(
            """
            {"id":2,"orderId":2,"address":null,"item":"GX Note99","process":"Payed",
             "customerId":"kim","_links":{
               "self":{"href":"http://localhost/storeManages/2"},
               "storeManage":{"href":"http://localhost/storeManages/2"}}}\
            """);
  }

  @Test
  void whatIsNotPaidIsNotListed() {
    assertThat(get("/storeManages"))
        .bodyJson()
        .extractingPath("$._embedded.storeManages[*].['id','process','item']")
        .asArray()
        .extracting(Object::toString)
        .containsExactly(
            "{id=2, process=Payed, item=GX Note99}",
            "{id=3, process=Payed, item=null}",
            "{id=4, process=Cancelled, item=GX Note99}");
    assertThat(get("/storeManages/1")).hasStatus(404);
  }

  @Test
  void aPageKnowsItsNeighbours() {
    var page = get("/storeManages?size=1&page=1&sort=orderId,desc");

    assertThat(page).bodyJson().extractingPath("$._embedded.storeManages[0].id").isEqualTo(3);
    assertThat(page).bodyJson().extractingPath("$.page.totalElements").isEqualTo(3);
    assertThat(page).bodyJson().extractingPath("$._links.next.href").asString().contains("page=2");
  }

  @Test
  void allAreReadPartByPartAfterAnIdTheUnpaidToo() {
    var ids = "$._embedded.storeManages[*].id";
    var page = get("/storeManages?after=0&size=3");

    assertThat(page).bodyJson().extractingPath(ids).isEqualTo(List.of(1, 2, 3));
    assertThat(page).bodyJson().extractingPath("$._links.next.href").asString().contains("after=3");
    assertThat(get("/storeManages?after=3&size=3")).bodyJson().doesNotHavePath("$._links.next");
    assertThat(get("/storeManages?after=x")).hasStatus(422);
    assertThat(get("/storeManages?after=0&size=0")).hasStatus(422);
  }

  @Test
  void aShipmentIsFoundByItsOrder() {
    var path = "$._embedded.storeManages[*].id";
    assertThat(get("/storeManages/search/findByOrderId?orderId=2"))
        .bodyJson()
        .extractingPath(path)
        .isEqualTo(List.of(2));
    for (String none : List.of("1", "99", "0", "-1")) {
      assertThat(get("/storeManages/search/findByOrderId?orderId=" + none))
          .bodyJson()
          .extractingPath(path)
          .isEqualTo(List.of());
    }
  }

  @Test
  void aDealerShipsAndMayRepeatIt() {
    for (int time = 1; time <= 2; time++) {
      assertThat(ship("2", SHIPPED))
          .hasStatusOk()
          .hasContentTypeCompatibleWith(MediaType.APPLICATION_JSON)
          .bodyJson()
          .extractingPath("$.process")
          .isEqualTo("Shipped");
    }
    assertThat(jdbc.queryForObject("select count(*) from outbox", Long.class)).isEqualTo(1);
  }

  @Test
  void aDealerTakesAReturnBackAndMayRepeatIt() {
    ship("2", SHIPPED);
    followOrders.follow(List.of(new ShipmentMessage.Cancelled(new OrderId(2), null)), NOW);

    for (int time = 1; time <= 2; time++) {
      assertThat(ship("2", RETURNED))
          .hasStatusOk()
          .hasContentTypeCompatibleWith(MediaType.APPLICATION_JSON)
          .bodyJson()
          .extractingPath("$.process")
          .isEqualTo("Returned");
    }
    assertThat(jdbc.queryForObject("select version from shipment where order_id = 2", Long.class))
        .as("paid, shipped, cancelled and taken back")
        .isEqualTo(4);
  }

  @ParameterizedTest
  @CsvSource({
    "3,Shipped,Payed,''",
    "4,Shipped,Cancelled,''",
    "5,Shipped,Returning,Returned",
    "2,Returned,Payed,Shipped",
    "3,Returned,Payed,''",
    "4,Returned,Cancelled,''",
    "6,Returned,Shipped,''"
  })
  void whatAHandCannotDoSaysWhy(String id, String wanted, String state, String allowed) {
    shipped(5, 6);
    followOrders.follow(List.of(new ShipmentMessage.Cancelled(new OrderId(5), null)), NOW);

    var answer = ship(id, "{\"process\":\"" + wanted + "\"}");

    assertProblem(answer, 409);
    assertThat(answer).bodyJson().extractingPath("$.state").isEqualTo(state);
    assertThat(answer)
        .bodyJson()
        .extractingPath("$.allowed")
        .isEqualTo(allowed.isEmpty() ? List.of() : List.of(allowed));
  }

  @ParameterizedTest
  @CsvSource({"Payed,2", "Cancelled,1", "Shipped,2", "Returning,0", "Returned,1"})
  void aDeskSeesOneKindOfShipment(String process, int many) {
    shipped(5, 6, 7);
    followOrders.follow(List.of(new ShipmentMessage.Cancelled(new OrderId(5), null)), NOW);
    ship("5", RETURNED);

    var page = get("/storeManages?sort=id,desc&process=" + process);

    assertThat(page).bodyJson().extractingPath("$.page.totalElements").isEqualTo(many);
    assertThat(page)
        .bodyJson()
        .extractingPath("$._embedded.storeManages[*].process")
        .isEqualTo(Collections.nCopies(many, process));
  }

  @Test
  void theFilterStaysOnThePagesThatFollow() {
    var page = get("/storeManages?process=Payed&size=1");

    assertThat(page).bodyJson().extractingPath("$.page.totalPages").isEqualTo(2);
    assertThat(page)
        .bodyJson()
        .extractingPath("$._links.next.href")
        .asString()
        .contains("process=Payed")
        .contains("page=1");
  }

  @Test
  void aDeskIsToldWhetherThereIsAnythingToShipByHand() {
    assertThat(get("/storeManages/shipping"))
        .hasStatusOk()
        .bodyJson()
        .isStrictlyEqualTo("{\"shipping\":\"by-hand\"}");
  }

  @Test
  void badInputIsRefusedAndChangesNothing() {
    assertProblem(ship("2", "{\"process\":\"Returning\"}"), 422);
    assertProblem(ship("2", "{}"), 422);
    assertProblem(ship("2", "{"), 400);
    assertProblem(ship("2", "[]"), 400);
    assertProblem(ship("x", "{\"process\":\"Shipped\"}"), 400);
    assertProblem(ship("1", "{\"process\":\"Shipped\"}"), 404);
    assertProblem(ship("99", "{\"process\":\"Shipped\"}"), 404);
    assertProblem(http.patch().uri("/storeManages/2").content("process=Shipped").exchange(), 415);
    assertProblem(http.delete().uri("/storeManages/2").exchange(), 405);
    assertProblem(get("/storeManages?process=Ordered"), 422);
    assertProblem(get("/storeManages?process="), 422);
    assertProblem(get("/storeManages?after=0&process=Payed"), 422);
    assertProblem(get("/storeManages/x"), 400);
    assertProblem(get("/storeManages/-1"), 404);
    assertProblem(get("/storeManages?size=0"), 422);
    assertProblem(get("/storeManages?sort=item;drop"), 422);
    assertProblem(get("/storeManages/search/findByOrderId"), 400);
    assertProblem(get("/storeManages/search/findByOrderId?orderId=x"), 400);

    assertThat(get("/storeManages/2")).bodyJson().extractingPath("$.process").isEqualTo("Payed");
  }

  private void shipped(long... orders) {
    for (long order : orders) {
      followOrders.follow(
          List.of(
              new ShipmentMessage.Ordered(new OrderId(order), new Parcel("test", "kim")),
              new ShipmentMessage.Paid(new OrderId(order))),
          NOW);
      assertThat(ship(Long.toString(order), SHIPPED)).hasStatusOk();
    }
  }

  private MvcTestResult get(String uri) {
    return http.get().uri(uri).exchange();
  }

  private MvcTestResult ship(String id, String body) {
    return http.patch()
        .uri("/storeManages/" + id)
        .contentType(MediaType.APPLICATION_JSON)
        .content(body)
        .exchange();
  }

  private static void assertProblem(MvcTestResult answer, int status) {
    assertThat(answer)
        .hasStatus(status)
        .hasContentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON);
    assertThat(answer).bodyJson().extractingPath("$.correlationId").asString().isNotBlank();
  }
}
