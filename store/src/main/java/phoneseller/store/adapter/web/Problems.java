package phoneseller.store.adapter.web;

import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import phoneseller.http.Problem;
import phoneseller.store.domain.IllegalTransition;

/** The store's refusals as problem documents. */
@RestControllerAdvice
@Order(100)
class Problems {

  @ExceptionHandler
  ProblemDetail unknown(NoSuchShipment e) {
    return Problem.of(HttpStatus.NOT_FOUND, String.valueOf(e.getMessage()));
  }

  @ExceptionHandler
  ProblemDetail illegal(IllegalTransition e) {
    return Problem.conflict(
        String.valueOf(e.getMessage()),
        ShipmentRepresentation.process(e.shipment()),
        ShipmentRepresentation.allowed(e.shipment()));
  }
}
