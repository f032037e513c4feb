package phoneseller.app.adapter.web;

import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import phoneseller.app.domain.IllegalTransition;
import phoneseller.app.domain.Invalid;
import phoneseller.http.Problem;

/** What the APP refuses, as problem documents. */
@RestControllerAdvice
@Order(100)
class Problems {

  @ExceptionHandler
  ProblemDetail invalid(Invalid e) {
    return Problem.unacceptable(e.field(), e.reason());
  }

  @ExceptionHandler
  ProblemDetail unknown(UnknownOrder e) {
    return Problem.of(HttpStatus.NOT_FOUND, String.valueOf(e.getMessage()));
  }

  @ExceptionHandler
  ProblemDetail unknown(UnknownPhone e) {
    return Problem.of(HttpStatus.NOT_FOUND, String.valueOf(e.getMessage()));
  }

  @ExceptionHandler
  ProblemDetail illegal(IllegalTransition e) {
    return Problem.conflict(
        String.valueOf(e.getMessage()), OrderRepresentation.wire(e.status()), e.allowed());
  }
}
