package phoneseller.pay.adapter.http;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** By it reward knows that it is pay who calls. It never shows in a log. */
@ConfigurationProperties("phoneseller")
record ServiceCredential(@Nullable String serviceCredential) {

  ServiceCredential {
    if (serviceCredential == null || serviceCredential.isBlank()) {
      throw new IllegalArgumentException(
          "phoneseller.service-credential is missing: the secret that pay and reward share. The"
              + " environment variable PHONESELLER_SERVICE_CREDENTIAL gives it");
    }
  }

  String header() {
    return "Bearer " + serviceCredential;
  }

  @Override
  public String toString() {
    return "ServiceCredential[hidden]";
  }
}
