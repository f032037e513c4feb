package phoneseller.reward.adapter.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** The secret that pay proves itself with; both sides have it from configuration. */
@ConfigurationProperties("phoneseller")
record ServiceCredential(@Nullable String serviceCredential) {

  ServiceCredential {
    if (serviceCredential == null || serviceCredential.isBlank()) {
      throw new IllegalArgumentException("phoneseller.service-credential is not set");
    }
  }

  /** Takes the same time whatever is presented. */
  boolean isProvenBy(@Nullable String authorization) {
    return authorization != null
        && MessageDigest.isEqual(
            ("Bearer " + serviceCredential).getBytes(StandardCharsets.UTF_8),
            authorization.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public String toString() {
    return "ServiceCredential";
  }
}
