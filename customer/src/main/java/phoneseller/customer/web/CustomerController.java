package phoneseller.customer.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import phoneseller.customer.view.OrderStatus;
import phoneseller.http.After;
import phoneseller.http.Correlation;
import phoneseller.http.HalPage;
import phoneseller.http.KeysetPage;
import phoneseller.http.PageQuery;
import phoneseller.http.Unacceptable;
import phoneseller.identity.Caller;

/** Orders as their customers see them; a row's id is the id of its order. */
@RestController
@RequestMapping(
    path = "/customers",
    produces = {"application/hal+json", "application/json"})
@Tag(
    name = "customers",
    description =
        "The read side. It follows the other services within moments, never at once. A GET that"
            + " carries the X-Read-Token of an order's or a cancel's answer waits up to 300 ms for"
            + " that step. What is then answered without it has X-View-Stale: true, the time of the"
            + " newest event in the view as X-View-As-Of, and Retry-After: 1; an order not heard of"
            + " yet is 404 with the same headers. A token that is none: 400.")
class CustomerController {

  private static final Set<String> SORTABLE = Set.of("id", "orderId");

  private final OrderRows orders;
  private final Timelines timelines;
  private final PointsHistory points;

  CustomerController(OrderRows orders, Timelines timelines, PointsHistory points) {
    this.orders = orders;
    this.timelines = timelines;
    this.points = points;
  }

  @GetMapping(params = "!after")
  @Operation(summary = "All orders, oldest first; price in won")
  HalPage<CustomerRow> all(
      Caller caller,
      @RequestParam(required = false) @Nullable String status,
      @RequestParam(required = false) @Nullable String page,
      @RequestParam(required = false) @Nullable String size,
      @RequestParam(required = false) @Nullable String sort) {
    var query = PageQuery.of(page, size, sort, SORTABLE);
    return orders.page(new Which(owner(caller), status(status)), query, query.descending());
  }

  @GetMapping(params = "after")
  @Operation(
      operationId = "all",
      description = "With after: those with a higher id, by id, size up to 1000 and no totals.")
  KeysetPage<CustomerRow> after(
      Caller caller,
      @RequestParam(required = false) @Nullable String status,
      @RequestParam(required = false) @Nullable String after,
      @RequestParam(required = false) @Nullable String size) {
    return orders.after(new Which(owner(caller), status(status)), After.of(after, size));
  }

  @GetMapping("/{id}")
  @Operation(summary = "One order; 404 until anything has been heard of it")
  CustomerRow one(Caller caller, @PathVariable long id) {
    return find(caller, id).orElseThrow(() -> unheardOf(id));
  }

  @GetMapping("/search/findByOrderId")
  @Operation(summary = "The row of the order, if there is one")
  Map<String, Object> byOrder(Caller caller, @RequestParam long orderId) {
    return HalPage.whole("customers", find(caller, orderId).stream().toList());
  }

  @GetMapping("/search/findByCustomerId")
  @Operation(summary = "A customer's orders, newest first")
  HalPage<CustomerRow> byCustomer(
      Caller caller,
      @RequestParam String customerId,
      @RequestParam(required = false) @Nullable String status,
      @RequestParam(required = false) @Nullable String page,
      @RequestParam(required = false) @Nullable String size,
      @RequestParam(required = false) @Nullable String sort) {
    var query = PageQuery.of(page, size, sort, SORTABLE);
    var which = new Which(new CustomerId(customerId), status(status));
    return caller.sees(customerId)
        ? orders.page(which, query, query.property() == null || query.descending())
        : HalPage.of("customers", List.of(), query, 0);
  }

  @GetMapping("/search/findByCorrelationId")
  @Operation(
      summary = "The orders that the work with this X-Correlation-Id has touched, newest first",
      description = "A hundred at most; what was heard of before ids were kept is not found.")
  Map<String, Object> byCorrelation(@RequestParam String correlationId) {
    var id =
        Correlation.wellFormed(correlationId)
            .orElseThrow(() -> new Unacceptable("correlationId", "is none"));
    return HalPage.whole("customers", orders.correlated(id));
  }

  @GetMapping("/{id}/timeline")
  @Operation(summary = "What happened to the order, in the order in which it happened")
  List<TimelineEntry> timeline(Caller caller, @PathVariable long id) {
    var timeline = timelines.of(id);
    boolean anothers = caller.owner().isPresent() && find(caller, id).isEmpty();
    if (timeline.isEmpty() || anothers) {
      throw unheardOf(id);
    }
    return timeline;
  }

  @GetMapping("/points")
  @Operation(summary = "A customer's points, newest first, with the balance after each entry")
  PointsPage points(
      Caller caller,
      @RequestParam String customerId,
      @RequestParam(required = false) @Nullable String page,
      @RequestParam(required = false) @Nullable String size) {
    var customer = new CustomerId(customerId);
    var query = PageQuery.of(page, size, null, Set.of());
    return caller.sees(customerId)
        ? points.of(customer, query)
        : PointsPage.of(customer, 0, HalPage.of("points", List.of(), query, 0));
  }

  /** For a customer an order of somebody else is one that nothing has been heard of. */
  private Optional<CustomerRow> find(Caller caller, long order) {
    return orders.find(order).filter(row -> caller.sees(row.customerId()));
  }

  private static @Nullable CustomerId owner(Caller caller) {
    return caller.owner().map(CustomerId::new).orElse(null);
  }

  private static @Nullable OrderStatus status(@Nullable String text) {
    if (text == null || text.isEmpty()) {
      return null;
    }
    return OrderStatus.of(text)
        .orElseThrow(() -> new Unacceptable("status", "is one of " + OrderStatus.all()));
  }

  private static ResponseStatusException unheardOf(long order) {
    return new ResponseStatusException(HttpStatus.NOT_FOUND, "Nothing is known of order " + order);
  }
}
