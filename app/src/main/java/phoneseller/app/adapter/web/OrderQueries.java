package phoneseller.app.adapter.web;

import io.swagger.v3.oas.annotations.Operation;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import phoneseller.app.domain.OrderId;
import phoneseller.app.domain.Orders;
import phoneseller.app.domain.Orders.Slice;
import phoneseller.app.domain.Orders.SortBy;
import phoneseller.app.domain.Whose;
import phoneseller.http.After;
import phoneseller.http.HalPage;
import phoneseller.http.KeysetPage;
import phoneseller.http.PageQuery;
import phoneseller.identity.Caller;

/** Orders as they stand in the APP's own rows. */
@RestController
@RequestMapping(
    path = "/orders",
    produces = {"application/hal+json", "application/json"})
class OrderQueries {

  private static final Map<String, SortBy> SORTABLE =
      Map.of(
          "id",
          SortBy.ID,
          "item",
          SortBy.ITEM,
          "qty",
          SortBy.QUANTITY,
          "price",
          SortBy.PRICE,
          "status",
          SortBy.STATUS);

  private final Orders orders;

  OrderQueries(Orders orders) {
    this.orders = orders;
  }

  @GetMapping(params = "!after")
  HalPage<OrderRepresentation> page(
      Caller caller,
      @RequestParam(required = false) @Nullable String page,
      @RequestParam(required = false) @Nullable String size,
      @RequestParam(required = false) @Nullable String sort) {
    var query = PageQuery.of(page, size, sort, SORTABLE.keySet());
    var by = SORTABLE.getOrDefault(query.property() == null ? "id" : query.property(), SortBy.ID);
    var whose = Whose.of(caller.owner());
    var rows = orders.page(whose, new Slice(by, query.descending(), query.offset(), query.size()));
    return HalPage.of(
        "orders", rows.stream().map(OrderRepresentation::of).toList(), query, orders.count(whose));
  }

  @Operation(
      operationId = "page",
      description = "With after: those with a higher id, by id, size up to 1000 and no totals.")
  @GetMapping(params = "after")
  KeysetPage<OrderRepresentation> after(
      Caller caller,
      @RequestParam(required = false) @Nullable String after,
      @RequestParam(required = false) @Nullable String size) {
    var from = After.of(after, size);
    var rows = orders.after(Whose.of(caller.owner()), from.id(), from.size());
    return KeysetPage.of(
        "orders",
        rows.stream().map(OrderRepresentation::of).toList(),
        from,
        OrderRepresentation::id);
  }

  @GetMapping("/{id}")
  OrderRepresentation one(Caller caller, @PathVariable long id) {
    return orders
        .find(new OrderId(id))
        .filter(Whose.of(caller.owner())::includes)
        .map(OrderRepresentation::of)
        .orElseThrow(() -> new UnknownOrder(id));
  }
}
