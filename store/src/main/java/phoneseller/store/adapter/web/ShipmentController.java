package phoneseller.store.adapter.web;

import io.swagger.v3.oas.annotations.Operation;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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
import phoneseller.store.adapter.web.ChangeShipmentRequest.Hand;
import phoneseller.store.application.ShipByHand;
import phoneseller.store.application.TakeBack;
import phoneseller.store.domain.OrderId;
import phoneseller.store.domain.Shipment;
import phoneseller.store.domain.Shipments;

/** The dealer's shipments over HTTP. */
@RestController
@RequestMapping("/storeManages")
class ShipmentController {

  private static final Logger log = LoggerFactory.getLogger(ShipmentController.class);
  private static final String PLURAL = "storeManages";

  private final Shipments shipments;
  private final ShipByHand shipByHand;
  private final TakeBack takeBack;
  private final Clock clock;

  ShipmentController(Shipments shipments, ShipByHand shipByHand, TakeBack takeBack, Clock clock) {
    this.shipments = shipments;
    this.shipByHand = shipByHand;
    this.takeBack = takeBack;
    this.clock = clock;
  }

  @Operation(
      summary = "Paid or cancelled orders, by order id; sort takes id or orderId",
      description =
          "With process, only those that are Payed, Shipped, Cancelled, Returning or Returned. With"
              + " after: those of all orders with a higher id, by id, size up to 1000 and no totals;"
              + " each part costs the same, and it does not go with process.")
  @GetMapping(
      params = "!after",
      produces = {"application/hal+json", "application/json"})
  HalPage<ShipmentRepresentation> list(
      @RequestParam(required = false) @Nullable String process,
      @RequestParam(required = false) @Nullable String page,
      @RequestParam(required = false) @Nullable String size,
      @RequestParam(required = false) @Nullable String sort) {
    var query = PageQuery.of(page, size, sort, Set.of("id", "orderId"));
    var stage = ProcessFilter.stage(process);
    var rows =
        shipments.listed(stage, query.offset(), query.size(), query.descending()).stream()
            .map(ShipmentRepresentation::of)
            .toList();
    return HalPage.of(PLURAL, rows, query, shipments.countListed(stage));
  }

  @Operation(operationId = "list")
  @GetMapping(
      params = "after",
      produces = {"application/hal+json", "application/json"})
  KeysetPage<ShipmentRepresentation> after(
      @RequestParam(required = false) @Nullable String process,
      @RequestParam(required = false) @Nullable String after,
      @RequestParam(required = false) @Nullable String size) {
    if (process != null) {
      throw new Unacceptable("process", "does not go with after");
    }
    var from = After.of(after, size);
    var rows =
        shipments.after(from.id(), from.size()).stream().map(ShipmentRepresentation::of).toList();
    return KeysetPage.of(PLURAL, rows, from, ShipmentRepresentation::id);
  }

  @Operation(summary = "One shipment; 404 while its order is not paid")
  @GetMapping(
      path = "/{id}",
      produces = {"application/hal+json", "application/json"})
  ShipmentRepresentation get(@PathVariable long id) {
    return find(id).map(ShipmentRepresentation::of).orElseThrow(() -> new NoSuchShipment(id));
  }

  @Operation(summary = "The shipment of an order, or an empty list")
  @GetMapping(
      path = "/search/findByOrderId",
      produces = {"application/hal+json", "application/json"})
  Map<String, Object> findByOrderId(@RequestParam long orderId) {
    return HalPage.whole(PLURAL, find(orderId).map(ShipmentRepresentation::of).stream().toList());
  }

  @Operation(
      summary = "Ships a paid order by hand: process Shipped; takes a return back: Returned",
      description =
          "Repeats answer 200 and change nothing again. 409 with state and allowed when there is"
              + " nothing to ship, or nothing on its way back.")
  @PatchMapping(path = "/{id}", produces = "application/json")
  ShipmentRepresentation change(@PathVariable long id, @RequestBody ChangeShipmentRequest request) {
    var hand = request.hand();
    var shipment =
        find(id).flatMap(found -> by(hand, found)).orElseThrow(() -> new NoSuchShipment(id));
    log.info("order {}: a dealer says {}", id, request.process());
    return ShipmentRepresentation.of(shipment);
  }

  private Optional<Shipment> by(Hand hand, Shipment shipment) {
    return switch (hand) {
      case SHIPS -> shipByHand.ship(shipment.order(), clock.instant());
      case TAKES_BACK -> takeBack.take(shipment.order());
    };
  }

  private Optional<Shipment> find(long id) {
    return id < 1
        ? Optional.empty()
        : shipments.find(new OrderId(id)).filter(Shipment::concernsDealer);
  }
}
