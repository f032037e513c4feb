package phoneseller.login;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.FactorGrantedAuthority;

/** Looks whether name and password belong together, and never says which of them is wrong. */
final class PasswordSignIn implements AuthenticationProvider {

  private static final Account NOBODY = new Account("nobody", "customer", Passwords.make());

  private final Accounts accounts;
  private final Attempts attempts;
  private final InstantSource clock;

  PasswordSignIn(Accounts accounts, Attempts attempts, InstantSource clock) {
    this.accounts = accounts;
    this.attempts = attempts;
    this.clock = clock;
  }

  @Override
  public Authentication authenticate(Authentication said) {
    String name = said.getName();
    if (!attempts.begin(name)) {
      throw new TooManyAttempts();
    }
    var account = accounts.named(name);
    String password = String.valueOf(said.getCredentials());
    if (!account.orElse(NOBODY).hasPassword(password) || account.isEmpty()) {
      throw new BadCredentialsException("wrong name or password");
    }
    attempts.forget(name);
    return signedIn(name, clock.instant());
  }

  /** Who signed in, and when, by a password. The roles are looked up when a token is made. */
  static UsernamePasswordAuthenticationToken signedIn(String name, Instant at) {
    return UsernamePasswordAuthenticationToken.authenticated(
        name,
        null,
        List.of(
            FactorGrantedAuthority.withAuthority(FactorGrantedAuthority.PASSWORD_AUTHORITY)
                .issuedAt(at)
                .build()));
  }

  @Override
  public boolean supports(Class<?> authentication) {
    return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
  }
}
