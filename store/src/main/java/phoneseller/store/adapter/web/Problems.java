package phoneseller.store.adapter.web;

import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import phoneseller.http.Problem;
import phoneseller.store.domain.NotReady;

/** The store's refusals as problem documents. */
@RestControllerAdvice
@Order(100)
class Problems {

  @ExceptionHandler
  ProblemDetail unknown(NoSuchShipment e) {
    return Problem.of(HttpStatus.NOT_FOUND, String.valueOf(e.getMessage()));
  }

  /** No state that refuses a hand leaves it anything else to do. */
  @ExceptionHandler
  ProblemDetail notReady(NotReady e) {
    var shipment = e.shipment();
    return Problem.conflict(
        "Order " + shipment.order() + " cannot be shipped now.",
        ShipmentRepresentation.process(shipment),
        List.of());
  }
}
