package phoneseller.gateway.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import phoneseller.http.Correlation;
import phoneseller.http.Problem;
import phoneseller.http.RetryAfter;

/**
 * Says to a person on a page, and to everybody else in a problem document, why there is nothing.
 */
@Component
public final class RefusalPage {

  private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);
  private static final long RETRY_SECONDS = 5;

  private final String template;

  RefusalPage() {
    try {
      template = new ClassPathResource("refusal.html").getContentAsString(StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What there is to say, in the words of the shop. */
  public enum Reason {
    UNKNOWN(HttpStatus.NOT_FOUND, "찾으시는 페이지가 없습니다.", "There is no such page."),
    NO_SIGN_IN(HttpStatus.NOT_FOUND, "이 상점에서는 로그인을 사용하지 않습니다.", "Nobody signs in at this shop."),
    SIGN_IN_REFUSED(
        HttpStatus.BAD_REQUEST,
        "로그인이 완료되지 않았습니다. 처음부터 다시 시도해 주세요.",
        "You are not signed in. Please begin once more."),
    PROVIDER_AWAY(
        HttpStatus.SERVICE_UNAVAILABLE,
        "지금은 로그인할 수 없습니다. 잠시 후 다시 시도해 주세요.",
        "Nobody can sign in for the moment. Please try again a little later.");

    private final HttpStatus status;
    private final String korean;
    private final String english;

    Reason(HttpStatus status, String korean, String english) {
      this.status = status;
      this.korean = korean;
      this.english = english;
    }
  }

  public static boolean isWanted(HttpServletRequest request) {
    String accept = request.getHeader(HttpHeaders.ACCEPT);
    return accept != null && accept.contains(MediaType.TEXT_HTML_VALUE);
  }

  public ResponseEntity<Object> answer(Reason reason, HttpServletRequest request) {
    var answer = ResponseEntity.status(reason.status).header(HttpHeaders.CACHE_CONTROL, "no-store");
    if (reason.status == HttpStatus.SERVICE_UNAVAILABLE) {
      answer.header(HttpHeaders.RETRY_AFTER, Long.toString(RetryAfter.spread(RETRY_SECONDS)));
    }
    return isWanted(request)
        ? answer.contentType(HTML).body(page(reason))
        : answer
            .contentType(MediaType.APPLICATION_PROBLEM_JSON)
            .body(Problem.of(reason.status, reason.english));
  }

  byte[] bytes(Reason reason) {
    return page(reason).getBytes(StandardCharsets.UTF_8);
  }

  private String page(Reason reason) {
    return template
        .replace("{korean}", reason.korean)
        .replace("{english}", reason.english)
        .replace("{correlation}", Correlation.current().id());
  }
}
