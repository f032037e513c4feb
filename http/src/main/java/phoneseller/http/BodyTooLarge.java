package phoneseller.http;

import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/** The body is larger than any request of this service can be; answered with 413. */
final class BodyTooLarge extends IOException {

  private static final long serialVersionUID = 1;

  private final long limit;

  BodyTooLarge(long limit) {
    super("body over " + limit + " bytes");
    this.limit = limit;
  }

  ProblemDetail problem() {
    return Problem.of(HttpStatus.CONTENT_TOO_LARGE, "The body is larger than " + limit + " bytes.");
  }
}
