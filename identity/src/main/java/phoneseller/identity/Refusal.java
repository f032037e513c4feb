package phoneseller.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import phoneseller.http.Problem;
import phoneseller.http.RetryAfter;
import tools.jackson.databind.json.JsonMapper;

/** Refuses callers with a problem document that tells as little as it can. */
final class Refusal implements AuthenticationFailureHandler, AuthenticationEntryPoint {

  private static final long PROVIDER_RETRY_SECONDS = 2;

  private final JsonMapper json;

  Refusal(JsonMapper json) {
    this.json = json;
  }

  @Override
  public void onAuthenticationFailure(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
      throws IOException {
    if (failure instanceof AuthenticationServiceException) {
      providerAway(response);
    } else {
      commence(request, response, failure);
    }
  }

  @Override
  public void commence(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
      throws IOException {
    response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"invalid_token\"");
    write(response, HttpStatus.UNAUTHORIZED, "The token is not accepted.");
  }

  void missing(HttpServletResponse response) throws IOException {
    response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
    write(response, HttpStatus.UNAUTHORIZED, "A token is needed here.");
  }

  void forbidden(HttpServletResponse response) throws IOException {
    write(response, HttpStatus.FORBIDDEN, "This is not for your role.");
  }

  private void providerAway(HttpServletResponse response) throws IOException {
    response.setHeader(
        HttpHeaders.RETRY_AFTER, Long.toString(RetryAfter.spread(PROVIDER_RETRY_SECONDS)));
    write(
        response,
        HttpStatus.SERVICE_UNAVAILABLE,
        "Tokens cannot be verified for the moment. Nothing was done; please try again a little"
            + " later.");
  }

  private void write(HttpServletResponse response, HttpStatus status, String detail)
      throws IOException {
    Problem.write(Problem.of(status, detail), response, json);
  }
}
