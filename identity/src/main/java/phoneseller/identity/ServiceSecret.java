package phoneseller.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import phoneseller.http.MissingSetting;

/** The secret that the services share. It never shows in a log. */
@ConfigurationProperties("phoneseller")
record ServiceSecret(@Nullable String serviceCredential) {

  ServiceSecret needed() {
    if (key().isEmpty()) {
      throw new MissingSetting(
          "phoneseller.service-credential is missing: the secret that the services share. The"
              + " environment variable PHONESELLER_SERVICE_CREDENTIAL gives it");
    }
    return this;
  }

  /** The key of the services' tokens. */
  Optional<SecretKey> key() {
    return serviceCredential == null || serviceCredential.isBlank()
        ? Optional.empty()
        : Optional.of(derived(serviceCredential));
  }

  private static SecretKey derived(String secret) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return new SecretKeySpec(
          digest.digest(secret.getBytes(StandardCharsets.UTF_8)), "HmacSHA256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public String toString() {
    return "ServiceSecret[hidden]";
  }
}
