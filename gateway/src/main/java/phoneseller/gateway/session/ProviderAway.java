package phoneseller.gateway.session;

import org.jspecify.annotations.Nullable;

/** The OpenID provider gives no usable answer; later it may. */
final class ProviderAway extends RuntimeException {

  private static final long serialVersionUID = 1;

  ProviderAway(String what, @Nullable Throwable cause) {
    super(what, cause);
  }
}
