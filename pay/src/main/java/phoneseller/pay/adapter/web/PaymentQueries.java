package phoneseller.pay.adapter.web;

import io.swagger.v3.oas.annotations.Operation;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import phoneseller.http.After;
import phoneseller.http.HalPage;
import phoneseller.http.KeysetPage;
import phoneseller.http.PageQuery;
import phoneseller.pay.application.PaymentPages;
import phoneseller.pay.application.PaymentPages.SortedBy;
import phoneseller.pay.domain.OrderId;
import phoneseller.pay.domain.Payments;
import phoneseller.pay.domain.UnknownPayment;

/** Shows payments. */
@RestController
@RequestMapping(
    path = "/payments",
    produces = {"application/hal+json", "application/json"})
class PaymentQueries {

  private static final Map<String, SortedBy> SORTS =
      Map.of("id", SortedBy.ID, "price", SortedBy.PRICE, "process", SortedBy.PROCESS);

  private final Payments payments;
  private final PaymentPages pages;

  PaymentQueries(Payments payments, PaymentPages pages) {
    this.payments = payments;
    this.pages = pages;
  }

  @Operation(summary = "All payments, page by page; sorted by id, price or process.")
  @GetMapping(params = "!after")
  HalPage<PaymentRepresentation> all(
      @RequestParam(required = false) @Nullable String page,
      @RequestParam(required = false) @Nullable String size,
      @RequestParam(required = false) @Nullable String sort) {
    var query = PageQuery.of(page, size, sort, SORTS.keySet());
    var sorted =
        SORTS.getOrDefault(Objects.requireNonNullElse(query.property(), "id"), SortedBy.ID);
    var rows = pages.page(sorted, query.descending(), query.offset(), query.size());
    return HalPage.of(
        "payments", rows.stream().map(PaymentRepresentation::of).toList(), query, pages.count());
  }

  @Operation(
      operationId = "all",
      description = "With after: those of higher ids, by id, size up to 1000 and no totals.")
  @GetMapping(params = "after")
  KeysetPage<PaymentRepresentation> after(
      @RequestParam(required = false) @Nullable String after,
      @RequestParam(required = false) @Nullable String size) {
    var from = After.of(after, size);
    var rows = pages.after(from.id(), from.size());
    return KeysetPage.of(
        "payments",
        rows.stream().map(PaymentRepresentation::of).toList(),
        from,
        PaymentRepresentation::id);
  }

  @Operation(summary = "One payment; its id is the id of its order.")
  @GetMapping("/{id}")
  PaymentRepresentation one(@PathVariable long id) {
    return of(Ids.existing(id));
  }

  @Operation(summary = "The payment of an order.")
  @GetMapping("/search/findByOrderId")
  PaymentRepresentation findByOrderId(@RequestParam long orderId) {
    return of(Ids.existing(orderId));
  }

  private PaymentRepresentation of(OrderId order) {
    return payments
        .find(order)
        .map(PaymentRepresentation::of)
        .orElseThrow(() -> new UnknownPayment(order.value()));
  }
}
