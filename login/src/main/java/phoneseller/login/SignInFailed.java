package phoneseller.login;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;

/** Back to the page, with the name that was typed and a sentence about what went wrong. */
final class SignInFailed implements AuthenticationFailureHandler {

  static final String NAME = "login.name";

  @Override
  public void onAuthenticationFailure(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException e)
      throws IOException {
    String name = request.getParameter("username");
    if (name != null && name.length() <= 64) {
      request.getSession().setAttribute(NAME, name);
    }
    response.sendRedirect(e instanceof TooManyAttempts ? "/login?wait" : "/login?wrong");
  }
}
