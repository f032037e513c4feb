package phoneseller.identity;

import com.nimbusds.jose.KeySourceException;
import org.jspecify.annotations.Nullable;

/** The OpenID provider's keys are needed and cannot be had: nothing is known of the token. */
final class ProviderAway extends KeySourceException {

  private static final long serialVersionUID = 1;

  ProviderAway(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  static boolean isBehind(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof ProviderAway) {
        return true;
      }
    }
    return false;
  }
}
