package phoneseller.login;

import org.springframework.security.core.AuthenticationException;

/** Passwords were tried too often for this name; nothing was looked at. */
final class TooManyAttempts extends AuthenticationException {

  TooManyAttempts() {
    super("too many attempts");
  }
}
