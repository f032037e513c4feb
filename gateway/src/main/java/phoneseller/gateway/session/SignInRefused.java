package phoneseller.gateway.session;

import org.jspecify.annotations.Nullable;

/** Nobody is signed in by this answer of the provider's; a new attempt may do better. */
final class SignInRefused extends RuntimeException {

  private static final long serialVersionUID = 1;

  SignInRefused(String why, @Nullable Throwable cause) {
    super(why, cause);
  }
}
