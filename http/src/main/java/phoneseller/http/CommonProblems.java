package phoneseller.http;

import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import org.springframework.web.util.DisconnectedClientHelper;

/**
 * The refusals that have nothing to do with the business: what cannot be read, found or negotiated.
 * Whatever nobody foresaw is logged and answered with 500 and the correlation id alone; a client
 * that went away before its answer is neither.
 */
@RestControllerAdvice
@Order(1000)
final class CommonProblems extends ResponseEntityExceptionHandler {

  private static final Logger log = LoggerFactory.getLogger(CommonProblems.class);

  @Override
  protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
      HttpMessageNotReadableException e,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof BodyTooLarge tooLarge) {
        return problem(tooLarge.problem());
      }
    }
    return problem(
        Problem.of(
            HttpStatus.BAD_REQUEST,
            "The body cannot be read as the JSON object" + " that is expected here."));
  }

  /** Spring's own documents pass here, whatever made them and whatever the client accepts. */
  @Override
  protected ResponseEntity<Object> createResponseEntity(
      @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
    if (body instanceof ProblemDetail problem) {
      problem.setProperty("correlationId", Correlation.current().id());
    }
    var typed = new HttpHeaders();
    typed.putAll(headers);
    typed.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
    return super.createResponseEntity(body, typed, status, request);
  }

  @ExceptionHandler
  ResponseEntity<Object> unacceptable(Unacceptable e) {
    return problem(Problem.unacceptable(e.field(), e.reason()));
  }

  /** Parameters that Tomcat cannot decode, or that are more than it takes. */
  @ExceptionHandler
  ResponseEntity<Object> undecodable(InvalidParameterException e) {
    var status = HttpStatus.resolve(e.getErrorCode());
    return problem(
        Problem.of(
            status == null ? HttpStatus.BAD_REQUEST : status, "The parameters cannot be read."));
  }

  @ExceptionHandler(Exception.class)
  @Nullable ResponseEntity<Object> unforeseen(Exception e) {
    if (DisconnectedClientHelper.isClientDisconnectedException(e)) {
      return null;
    }
    log.error("request failed", e);
    return problem(Problem.of(HttpStatus.INTERNAL_SERVER_ERROR, "This should not have happened."));
  }

  private static ResponseEntity<Object> problem(ProblemDetail problem) {
    return ResponseEntity.status(problem.getStatus())
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(problem);
  }
}
