package phoneseller.app.adapter.web;

import io.swagger.v3.oas.annotations.Operation;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import phoneseller.app.application.CancelOrder;
import phoneseller.app.application.PlaceOrder;
import phoneseller.app.application.Placement.Declined;
import phoneseller.app.application.Placement.KeyReused;
import phoneseller.app.application.Placement.PaymentOpen;
import phoneseller.app.application.Placement.Placed;
import phoneseller.app.application.Placement.Refused;
import phoneseller.app.application.Placement.Running;
import phoneseller.app.domain.Order;
import phoneseller.app.domain.OrderId;
import phoneseller.app.domain.Whose;
import phoneseller.http.Problem;
import phoneseller.identity.Audit;
import phoneseller.identity.Caller;
import phoneseller.identity.Role;

@RestController
@RequestMapping(path = "/orders", produces = MediaType.APPLICATION_JSON_VALUE)
class OrderController {

  private static final Logger log = LoggerFactory.getLogger(OrderController.class);

  private final PlaceOrder placeOrder;
  private final CancelOrder cancelOrder;
  private final Clock clock;

  OrderController(PlaceOrder placeOrder, CancelOrder cancelOrder, Clock clock) {
    this.placeOrder = placeOrder;
    this.cancelOrder = cancelOrder;
    this.clock = clock;
  }

  @Operation(
      summary = "Places an order and pays it",
      description =
          "201: taken and paid. 202: taken, the payment is still open and is asked for until it is"
              + " known. 402: declined, the order has ended as PayFailed. 503: payments are refused"
              + " for the moment and nothing was stored; the same request succeeds later. 504: it is"
              + " not known whether it was stored; its Idempotency-Key finds out. With an"
              + " Idempotency-Key a repeated request is one order: the same answer again, 409 while"
              + " the first still runs, 422 for another body. 422 naming price: the catalogue has"
              + " another one. The answer's X-Read-Token, shown to"
              + " GET /customers/**, waits there for this order.")
  @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<?> place(
      Caller caller,
      @RequestBody PlaceOrderRequest request,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
    var purchase = request.purchase(caller);
    return switch (placeOrder.place(purchase, IdempotencyKey.checked(key), clock.instant())) {
      case Placed(var order) -> taken(HttpStatus.CREATED, order, "placed and paid");
      case PaymentOpen(var order) -> taken(HttpStatus.ACCEPTED, order, "placed, payment open");
      case Declined(var order) -> declined(order);
      case Refused(var retryAfter) -> refused(retryAfter);
      case Running _ ->
          Problem.later(HttpStatus.CONFLICT, "The same request is still being answered.", 1);
      case KeyReused _ ->
          problem(
              Problem.unacceptable(
                  "Idempotency-Key", "was used for another order; take a new one"));
    };
  }

  @Operation(
      summary = "Cancels an order",
      description =
          "Accepted at once; the payment is undone and the points are taken back afterwards."
              + " Cancelling again changes nothing. 409: there is nothing to cancel. The answer's"
              + " X-Read-Token, shown to GET /customers/**, waits there for this cancel.")
  @PatchMapping(path = "/{id}", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<OrderRepresentation> change(
      Caller caller, @PathVariable long id, @RequestBody ChangeOrderRequest request) {
    request.checkCancel();
    return cancelOrder
        .cancel(Whose.of(caller.owner()), new OrderId(id), clock.instant())
        .map(order -> {
          if (caller.is(Role.OPERATOR) && caller.owner().isEmpty()) {
            Audit.record(caller, "cancel of an order", "order " + order.id());
          }
          log.info("order {} cancelled", order.id());
          return ResponseEntity.ok()
              .header(ReadToken.HEADER, ReadToken.of(order))
              .body(OrderRepresentation.of(order));
        })
        .orElseThrow(() -> new UnknownOrder(id));
  }

  private static ResponseEntity<?> taken(HttpStatus status, Order order, String how) {
    log.info("order {} {}", order.id(), how);
    var body = OrderRepresentation.of(order);
    return ResponseEntity.status(status)
        .location(URI.create(body.href()))
        .header(ReadToken.HEADER, ReadToken.of(order))
        .body(body);
  }

  private static ResponseEntity<?> declined(Order order) {
    log.info("order {} declined", order.id());
    var location = URI.create(OrderRepresentation.of(order).href());
    var problem = Problem.of(HttpStatus.PAYMENT_REQUIRED, "The payment was declined.");
    problem.setProperty("order", location);
    problem.setProperty("state", "PayFailed");
    return ResponseEntity.status(HttpStatus.PAYMENT_REQUIRED)
        .location(location)
        .header(ReadToken.HEADER, order.id() + ".PayFailed")
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(problem);
  }

  private static ResponseEntity<ProblemDetail> refused(Duration retryAfter) {
    return Problem.later(
        HttpStatus.SERVICE_UNAVAILABLE,
        "Orders cannot be paid for the moment; please pay a little later. Nothing was stored.",
        Math.max(1, retryAfter.toSeconds()));
  }

  private static ResponseEntity<ProblemDetail> problem(ProblemDetail problem) {
    return ResponseEntity.status(problem.getStatus())
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(problem);
  }
}
