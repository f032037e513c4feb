package phoneseller.http;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.json.JsonMapper;

/** Makes the problem documents (RFC 9457) of a refusal. */
public final class Problem {

  private Problem() {}

  /** A document with the status' own title, a detail for people, and the correlation id. */
  public static ProblemDetail of(HttpStatus status, String detail) {
    var problem = ProblemDetail.forStatusAndDetail(status, detail);
    problem.setProperty("correlationId", Correlation.current().id());
    return problem;
  }

  /** The input can be read but is not accepted: 422, naming the field. */
  public static ProblemDetail unacceptable(String field, String reason) {
    var problem = of(HttpStatus.UNPROCESSABLE_CONTENT, field + " " + reason);
    problem.setProperty("field", field);
    return problem;
  }

  /** The state does not allow it: 409, naming the state and what it does allow. */
  public static ProblemDetail conflict(String detail, String state, Iterable<String> allowed) {
    var problem = of(HttpStatus.CONFLICT, detail);
    problem.setProperty("state", state);
    problem.setProperty("allowed", allowed);
    return problem;
  }

  /** The answer with {@code Retry-After}, for what will succeed later; the seconds are spread. */
  public static ResponseEntity<ProblemDetail> later(
      HttpStatus status, String detail, long retryAfterSeconds) {
    return ResponseEntity.status(status)
        .header(HttpHeaders.RETRY_AFTER, Long.toString(RetryAfter.spread(retryAfterSeconds)))
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(of(status, detail));
  }

  /** Answers with the document where no controller does. */
  public static void write(ProblemDetail problem, HttpServletResponse response, JsonMapper json)
      throws IOException {
    response.setStatus(problem.getStatus());
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    json.writeValue(response.getOutputStream(), problem);
  }
}
