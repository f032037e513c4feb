package phoneseller.messaging;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import phoneseller.http.Problem;

/**
 * A database that is away or too busy for a moment is answered with 503: nothing was stored. When
 * the answer to a commit was lost, it is 504: something may have been. Anything worse is 500.
 */
@RestControllerAdvice
@Order(900)
final class UnavailableProblems {

  private static final Logger log = LoggerFactory.getLogger(UnavailableProblems.class);

  @ExceptionHandler
  ResponseEntity<ProblemDetail> unknown(CommitOutcomeUnknown e) {
    log.warn("nobody knows whether a request was stored: {}", String.valueOf(e.getCause()));
    return Problem.later(
        HttpStatus.GATEWAY_TIMEOUT,
        "The database did not say whether this was stored. The same request finds out, an order's"
            + " with the same Idempotency-Key.",
        2);
  }

  @ExceptionHandler({DataAccessException.class, TransactionException.class})
  ResponseEntity<ProblemDetail> database(RuntimeException e) {
    if (PassingCause.of(e)) {
      log.warn("the database did not serve a request: {}", e.toString());
      return Problem.later(
          HttpStatus.SERVICE_UNAVAILABLE,
          "The database cannot be reached for the moment; nothing was stored.",
          2);
    }
    log.error("request failed", e);
    return ResponseEntity.of(
            Problem.of(HttpStatus.INTERNAL_SERVER_ERROR, "This should not have happened."))
        .build();
  }
}
