package phoneseller.pay.adapter.web;

import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import phoneseller.http.Problem;
import phoneseller.pay.domain.IllegalTransition;
import phoneseller.pay.domain.Invalid;
import phoneseller.pay.domain.OtherPrice;
import phoneseller.pay.domain.PayLater;
import phoneseller.pay.domain.Payment;
import phoneseller.pay.domain.UnknownPayment;

/** Pay's refusals as problem documents. */
@RestControllerAdvice
@Order(100)
class Problems {

  static ResponseEntity<ProblemDetail> declined(Payment payment, String reason) {
    var problem = Problem.of(HttpStatus.PAYMENT_REQUIRED, "The payment is declined: " + reason);
    problem.setProperty("orderId", payment.order().value());
    problem.setProperty("process", PaymentRepresentation.process(payment.status()));
    return answer(problem);
  }

  static ResponseEntity<ProblemDetail> notCancelled(Payment payment) {
    return conflict("The provider refuses the refund; an operator has been told.", payment);
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> invalid(Invalid e) {
    return answer(Problem.unacceptable(e.field(), e.reason()));
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> unknown(UnknownPayment e) {
    return answer(Problem.of(HttpStatus.NOT_FOUND, message(e)));
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> illegal(IllegalTransition e) {
    return conflict(message(e), e.payment());
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> otherPrice(OtherPrice e) {
    return conflict(message(e), e.payment());
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> later(PayLater e) {
    return Problem.later(
        HttpStatus.SERVICE_UNAVAILABLE, message(e), Math.max(1, e.retryAfter().toSeconds()));
  }

  private static String message(RuntimeException e) {
    return String.valueOf(e.getMessage());
  }

  private static ResponseEntity<ProblemDetail> conflict(String detail, Payment payment) {
    return answer(
        Problem.conflict(
            detail, PaymentRepresentation.process(payment.status()), allowed(payment)));
  }

  private static List<String> allowed(Payment payment) {
    return payment.isCancellable() ? List.of("OrderCancelled") : List.of();
  }

  private static ResponseEntity<ProblemDetail> answer(ProblemDetail problem) {
    return ResponseEntity.status(problem.getStatus())
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(problem);
  }
}
