package phoneseller.customer.web;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.net.URI;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.transaction.support.TransactionTemplate;
import phoneseller.contracts.ShopEvent;
import phoneseller.customer.Life;
import phoneseller.customer.projection.ViewContents;
import phoneseller.messaging.Delivery;
import phoneseller.messaging.EventHandler;

/** What customers are told, on every database. */
@SpringBootTest(properties = "spring.kafka.bootstrap-servers=127.0.0.1:1")
@AutoConfigureMockMvc
abstract class CustomersContract {

  @Autowired private MockMvc http;
  @Autowired private EventHandler<ShopEvent> projection;
  @Autowired private TransactionTemplate transaction;
  @Autowired private JdbcTemplate jdbc;

  @BeforeEach
  void nothingHasHappened() {
    for (String table : List.of("order_view", "timeline", "points_entry", "customer_totals")) {
      jdbc.update("delete from " + table);
    }
    ViewContents.nothingCounted(jdbc);
  }

  @Test
  void anOrderIsShownAsTheContractHasIt() throws Exception {
    happened(Life.of(2, "customer-1").whole().subList(0, 4));

    ask("/customers")
        .andExpect(content().contentType("application/hal+json"))
        .andExpect(jsonPath("$._embedded.customers", hasSize(1)))
        .andExpect(jsonPath("$.page.totalElements").value(1));
    ask("/customers/2")
        .andExpect(
            content()
                .json(
                    """
                    {"id":2,"orderId":2,"customerId":"customer-1","item":"GX Note99","qty":2,
                     "price":990000,"status":"Shipped","point":99000,
                     "_links":{"self":{"href":"http://localhost/customers/2"},
                       "timeline":{"href":"http://localhost/customers/2/timeline"}}}\
                    """));
    ask("/customers/search/findByOrderId?orderId=2")
        .andExpect(jsonPath("$._embedded.customers[*].status", contains("Shipped")));
  }

  @Test
  void anUndoneOrderHasNoPointsLeft() throws Exception {
    happened(Life.of(2, "customer-1").whole());

    ask("/customers/2")
        .andExpect(jsonPath("$.status").value("PayCancelled"))
        .andExpect(jsonPath("$.point").value(0));
  }

  @Test
  void anOrderHeardOfOnlyThroughOthersIsShownWithWhatIsKnown() throws Exception {
    happened(List.of(Life.of(2, null).shipped()));

    ask("/customers")
        .andExpect(jsonPath("$._embedded.customers[0].status").value("Shipped"))
        .andExpect(jsonPath("$._embedded.customers[0].price").value(nullValue()));
  }

  @Test
  void aListIsPagedOldestFirstOrAsAsked() throws Exception {
    happened(ordered(45, "guest"));

    ask("/customers?size=20&page=2")
        .andExpect(jsonPath("$._embedded.customers[*].id", contains(41, 42, 43, 44, 45)))
        .andExpect(jsonPath("$.page.totalElements").value(45))
        .andExpect(jsonPath("$.page.totalPages").value(3))
        .andExpect(jsonPath("$._links.prev.href", containsString("page=1")));
    ask("/customers?size=3&sort=orderId,desc")
        .andExpect(jsonPath("$._embedded.customers[*].id", contains(45, 44, 43)));
    ask("/customers?page=2147483647&size=100")
        .andExpect(jsonPath("$._embedded.customers", hasSize(0)))
        .andExpect(jsonPath("$.page.totalElements").value(45));
  }

  @Test
  void allAreReadPartByPartAfterAnId() throws Exception {
    happened(ordered(5, "guest"));

    ask("/customers?after=0&size=3")
        .andExpect(jsonPath("$._embedded.customers[*].id", contains(1, 2, 3)))
        .andExpect(jsonPath("$._links.next.href", containsString("after=3&size=3")))
        .andExpect(jsonPath("$.page").doesNotExist());
    ask("/customers?after=3&size=3")
        .andExpect(jsonPath("$._embedded.customers[*].id", contains(4, 5)))
        .andExpect(jsonPath("$._links.next").doesNotExist());
  }

  @Test
  void customersSeeTheirOwnOrdersNewestFirst() throws Exception {
    happened(ordered(9, "guest"));
    happened(List.of(Life.of(10, "customer-1").ordered(), Life.of(12, "customer-1").ordered()));

    ask("/customers/search/findByCustomerId?customerId=customer-1")
        .andExpect(jsonPath("$._embedded.customers[*].id", contains(12, 10)))
        .andExpect(jsonPath("$.page.totalElements").value(2));
    ask("/customers/search/findByCustomerId?customerId=guest&size=4&page=1")
        .andExpect(jsonPath("$._embedded.customers[*].id", contains(5, 4, 3, 2)))
        .andExpect(jsonPath("$._embedded.customers[*].customerId", everyItem(is("guest"))))
        .andExpect(jsonPath("$.page.totalElements").value(9));
    ask("/customers/search/findByCustomerId?customerId=guest&size=2&sort=id,asc")
        .andExpect(jsonPath("$._embedded.customers[*].id", contains(1, 2)));
    ask("/customers/search/findByCustomerId?customerId=nobody")
        .andExpect(jsonPath("$._embedded.customers", hasSize(0)))
        .andExpect(jsonPath("$.page.totalElements").value(0));
  }

  @Test
  void ordersAreListedByStatusWithTheirTotals() throws Exception {
    happened(ordered(5, "guest"));
    happened(List.of(Life.of(2, "guest").paid(), Life.of(4, "guest").paid()));
    happened(List.of(Life.of(6, "customer-1").ordered(), Life.of(6, "customer-1").paid()));

    ask("/customers?status=Payed")
        .andExpect(jsonPath("$._embedded.customers[*].id", contains(2, 4, 6)))
        .andExpect(jsonPath("$.page.totalElements").value(3));
    ask("/customers?status=Payed&sort=id,desc&size=2&page=1")
        .andExpect(jsonPath("$._embedded.customers[*].id", contains(2)))
        .andExpect(jsonPath("$._links.prev.href", containsString("status=Payed")));
    ask("/customers?status=Ordered&after=1&size=1")
        .andExpect(jsonPath("$._embedded.customers[*].id", contains(3)))
        .andExpect(jsonPath("$._links.next.href", containsString("status=Ordered")));
    ask("/customers?status=PayFailed")
        .andExpect(jsonPath("$._embedded.customers", hasSize(0)))
        .andExpect(jsonPath("$.page.totalElements").value(0));
    ask("/customers/search/findByCustomerId?customerId=guest&status=Ordered")
        .andExpect(jsonPath("$._embedded.customers[*].id", contains(5, 3, 1)))
        .andExpect(jsonPath("$.page.totalElements").value(3));
    ask("/customers/search/findByCustomerId?customerId=guest&status=Payed&size=1&page=1")
        .andExpect(jsonPath("$._embedded.customers[*].id", contains(2)))
        .andExpect(jsonPath("$.page.totalElements").value(2));
    ask("/customers/search/findByCustomerId?customerId=guest&status=")
        .andExpect(jsonPath("$.page.totalElements").value(5));
  }

  @Test
  void theFlowTellsWhereOrdersStandAndWhichWaitLongest() throws Exception {
    ask("/customers/flow")
        .andExpect(jsonPath("$.placed").value(0))
        .andExpect(jsonPath("$.oldestWaiting", hasSize(0)));
    for (int steps = 1; steps <= 7; steps++) {
      happened(Life.of(steps, "guest").whole().subList(0, steps));
    }
    happened(List.of(Life.of(9, "guest").ordered(), Life.of(9, "guest").declined()));

    ask("/customers/flow")
        .andExpect(content().contentType("application/json"))
        .andExpect(
            content()
                .json(
                    """
                    {"orders":{"Ordered":1,"Payed":1,"Shipped":2,"OrderCancelled":2,
                       "PayCancelled":1,"PayFailed":1},
                     "placed":8,"complete":3,
                     "oldestWaiting":[
                       {"orderId":1,"status":"Ordered","since":"2026-11-22T12:01:00Z"},
                       {"orderId":2,"status":"Payed","since":"2026-11-22T12:02:01Z"},
                       {"orderId":3,"status":"Shipped","since":"2026-11-22T12:03:02Z"},
                       {"orderId":5,"status":"OrderCancelled","since":"2026-11-22T12:05:04Z"},
                       {"orderId":6,"status":"OrderCancelled","since":"2026-11-22T12:06:04Z"}]}\
                    """));
    happened(ordered(30, "guest"));
    ask("/customers/flow").andExpect(jsonPath("$.oldestWaiting", hasSize(10)));
  }

  @Test
  void whatOneCorrelationIdHasTouchedIsFound() throws Exception {
    happened(Life.of(2, "guest").whole());
    happened(List.of(Life.of(3, "guest").ordered()));
    var it = Life.of(4, "guest").ordered();
    happened(
        List.of(
            new Delivery<>(it.event(), "/app", "o1", it.time(), 4, "shopping-2"),
            new Delivery<>(it.event(), "/app", "o9", it.time(), 4)));

    ask("/customers/search/findByCorrelationId?correlationId=shopping-2")
        .andExpect(jsonPath("$._embedded.customers[*].id", contains(4, 2)));
    ask("/customers/search/findByCorrelationId?correlationId=unheard-of")
        .andExpect(jsonPath("$._embedded.customers", hasSize(0)));
    ask("/customers/4/timeline")
        .andExpect(jsonPath("$[0].correlationId").value("shopping-2"))
        .andExpect(jsonPath("$[1].correlationId").doesNotExist());
  }

  @Test
  void theTimelineTellsTheOrderInWhichThingsHappened() throws Exception {
    happened(Life.of(2, "customer-1").whole().reversed());

    ask("/customers/2/timeline")
        .andExpect(
            jsonPath(
                "$[*].event",
                contains(
                    "Ordered",
                    "PayCompleted",
                    "Shipped",
                    "RewardCompleted",
                    "OrderCancelled",
                    "RewardCancelled",
                    "PayCancelled")))
        .andExpect(jsonPath("$[0].at").value("2026-11-22T12:02:00Z"))
        .andExpect(jsonPath("$[0].price").value(990000))
        .andExpect(jsonPath("$[0].source").value("/app"))
        .andExpect(jsonPath("$[0].point").doesNotExist())
        .andExpect(jsonPath("$[5].point").value(-99000));
  }

  @Test
  void theBalanceRunsThroughTheEntriesHoweverLateTheyArrive() throws Exception {
    happened(List.of(Life.of(3, "customer-1").rewarded()));
    happened(List.of(Life.of(2, "customer-1").reclaimed()));
    happened(List.of(Life.of(1, "customer-1").rewarded(), Life.of(2, "customer-1").rewarded()));

    ask("/customers/points?customerId=customer-1")
        .andExpect(content().contentType("application/hal+json"))
        .andExpect(jsonPath("$.customerId").value("customer-1"))
        .andExpect(jsonPath("$.balance").value(198000))
        .andExpect(jsonPath("$._embedded.points[*].orderId", contains(3, 2, 2, 1)))
        .andExpect(
            jsonPath(
                "$._embedded.points[*].reason",
                contains("earned", "taken back", "earned", "earned")))
        .andExpect(jsonPath("$._embedded.points[*].point", contains(99000, -99000, 99000, 99000)))
        .andExpect(
            jsonPath("$._embedded.points[*].balance", contains(198000, 99000, 198000, 99000)))
        .andExpect(jsonPath("$._embedded.points[3].at").value("2026-11-22T12:01:03Z"))
        .andExpect(jsonPath("$.page.totalElements").value(4));
    ask("/customers/points?customerId=customer-1&size=2&page=1")
        .andExpect(jsonPath("$.balance").value(198000))
        .andExpect(jsonPath("$._embedded.points[*].balance", contains(198000, 99000)));
  }

  @Test
  void aCustomerWithoutPointsHasABalanceOfNothing() throws Exception {
    ask("/customers/points?customerId=nobody")
        .andExpect(jsonPath("$.balance").value(0))
        .andExpect(jsonPath("$._embedded.points", hasSize(0)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/customers/7", "/customers/7/timeline", "/customers/-1"})
  void anOrderThatNobodyHasHeardOfIsNotFound(String path) throws Exception {
    refuse(path, 404);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/customers/seven",
        "/customers/search/findByOrderId",
        "/customers/search/findByOrderId?orderId=x",
        "/customers/search/findByCustomerId",
        "/customers/search/findByCorrelationId",
        "/customers/points"
      })
  void whatCannotBeReadIsABadRequest(String path) throws Exception {
    refuse(path, 400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/customers?size=0",
        "/customers?page=-1",
        "/customers?sort=price",
        "/customers?status=Paid",
        "/customers?after=0&status=payed",
        "/customers/search/findByCustomerId?customerId=guest&status=Lost",
        "/customers/search/findByCorrelationId?correlationId=",
        "/customers/search/findByCorrelationId?correlationId=%20",
        "/customers?after=-1",
        "/customers?after=x",
        "/customers?after=0&size=0",
        "/customers/points?customerId=",
        "/customers/points?customerId=%00",
        "/customers/search/findByCustomerId?customerId=%20",
        "/customers/search/findByCustomerId?customerId=1234567890123456789012345678901234567890"
            + "1234567890123456789012345"
      })
  void whatCannotBeAcceptedIsUnprocessable(String path) throws Exception {
    refuse(path, 422);
  }

  private void refuse(String path, int status) throws Exception {
    http.perform(get(URI.create(path)))
        .andExpect(status().is(status))
        .andExpect(content().contentType("application/problem+json"))
        .andExpect(jsonPath("$.status").value(status))
        .andExpect(jsonPath("$.correlationId").isNotEmpty());
  }

  private ResultActions ask(String path) throws Exception {
    return http.perform(get(path)).andExpect(status().isOk());
  }

  private void happened(List<Delivery<ShopEvent>> events) {
    transaction.executeWithoutResult(_ -> projection.handle(events));
  }

  private static List<Delivery<ShopEvent>> ordered(int orders, String customer) {
    return LongStream.rangeClosed(1, orders)
        .mapToObj(order -> Life.of(order, customer).ordered())
        .toList();
  }
}
