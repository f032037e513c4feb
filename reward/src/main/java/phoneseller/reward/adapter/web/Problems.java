package phoneseller.reward.adapter.web;

import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import phoneseller.http.Problem;
import phoneseller.reward.domain.Invalid;
import phoneseller.reward.domain.PointsOfOrder;
import phoneseller.reward.domain.PointsOfOrder.GivenBack;
import phoneseller.reward.domain.PointsOfOrder.Granted;
import phoneseller.reward.domain.PointsOfOrder.Reclaimed;
import phoneseller.reward.domain.PointsOfOrder.Untouched;
import phoneseller.reward.domain.Refused;

/** The ledger's refusals as problem documents. */
@RestControllerAdvice
@Order(100)
class Problems {

  @ExceptionHandler
  ProblemDetail unacceptable(Invalid e) {
    return Problem.unacceptable(e.field(), e.reason());
  }

  @ExceptionHandler
  ProblemDetail unknown(NoSuchEntry e) {
    return Problem.of(HttpStatus.NOT_FOUND, String.valueOf(e.getMessage()));
  }

  /** As far as a stranger can tell, nobody is cancelling the payment. */
  @ExceptionHandler
  ProblemDetail notEntitled(NotEntitled e) {
    return Problem.conflict(
        "The payment of the order is not being cancelled.", "not being cancelled", List.of());
  }

  @ExceptionHandler
  ProblemDetail refused(Refused e) {
    return Problem.conflict(String.valueOf(e.getMessage()), state(e.points()), List.of());
  }

  private static String state(PointsOfOrder points) {
    return switch (points) {
      case Untouched _ -> "None";
      case Granted _, GivenBack _ -> "Payed";
      case Reclaimed _ -> "PayCancelled";
    };
  }
}
