package phoneseller.reward.adapter.web;

import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import phoneseller.http.After;
import phoneseller.http.HalPage;
import phoneseller.http.KeysetPage;
import phoneseller.http.PageQuery;
import phoneseller.http.Unacceptable;
import phoneseller.reward.domain.Booked;
import phoneseller.reward.domain.Ledger;
import phoneseller.reward.domain.OrderId;
import phoneseller.reward.domain.PointsOfOrder;

/** The ledger's entries over HTTP, as everybody may read them. */
@RestController
@RequestMapping("/rewards")
class LedgerController {

  private static final String PLURAL = "rewards";

  private final Ledger ledger;

  LedgerController(Ledger ledger) {
    this.ledger = ledger;
  }

  /** What a client asks of an entry. */
  record EntryChange(@Nullable String process) {}

  @Operation(summary = "All entries, oldest first; sort takes id")
  @GetMapping(
      params = "!after",
      produces = {"application/hal+json", "application/json"})
  HalPage<EntryRepresentation> list(
      @RequestParam(required = false) @Nullable String page,
      @RequestParam(required = false) @Nullable String size,
      @RequestParam(required = false) @Nullable String sort) {
    var query = PageQuery.of(page, size, sort, Set.of("id"));
    var rows = ledger.listed(query.offset(), query.size(), query.descending());
    return HalPage.of(PLURAL, represent(rows), query, ledger.count());
  }

  @Operation(
      operationId = "list",
      description =
          "With after: those of the orders with a higher id, by order, size up to 1000 and no"
              + " totals; the last order has all of its entries.")
  @GetMapping(
      params = "after",
      produces = {"application/hal+json", "application/json"})
  KeysetPage<EntryRepresentation> after(
      @RequestParam(required = false) @Nullable String after,
      @RequestParam(required = false) @Nullable String size) {
    var from = After.of(after, size);
    var rows = represent(ledger.after(from.id(), from.size()));
    return KeysetPage.of(PLURAL, rows, from, EntryRepresentation::orderId);
  }

  @Operation(summary = "One entry: points granted, taken back (below zero) or given back")
  @GetMapping(
      path = "/{id}",
      produces = {"application/hal+json", "application/json"})
  EntryRepresentation get(@PathVariable long id) {
    return EntryRepresentation.of(find(id));
  }

  @Operation(summary = "The entries of an order in the order of booking, or an empty list")
  @GetMapping(
      path = "/search/findByOrderId",
      produces = {"application/hal+json", "application/json"})
  Map<String, Object> findByOrderId(@RequestParam long orderId) {
    List<Booked> entries = orderId < 1 ? List.of() : ledger.entriesOf(new OrderId(orderId));
    return HalPage.whole(PLURAL, represent(entries));
  }

  @Operation(
      summary = "Confirms that an order's points are taken back: process Cancelled",
      description = "409 while the payment is not cancelled. It changes nothing in either case.")
  @PatchMapping(path = "/{id}", produces = "application/json")
  EntryRepresentation confirmCancelled(@PathVariable long id, @RequestBody EntryChange change) {
    if (!"Cancelled".equals(change.process())) {
      throw new Unacceptable("process", "takes Cancelled");
    }
    var booked = find(id);
    var last = ledger.entriesOf(booked.entry().order()).getLast();
    PointsOfOrder.after(last.entry()).requireReclaimed();
    return EntryRepresentation.of(booked);
  }

  private Booked find(long id) {
    return ledger.find(id).orElseThrow(() -> new NoSuchEntry(id));
  }

  private static List<EntryRepresentation> represent(List<Booked> entries) {
    return entries.stream().map(EntryRepresentation::of).toList();
  }
}
