package phoneseller.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import phoneseller.identity.IdentitySettings.Need;

class IdentitySettingsTest {

  @Test
  void withoutGuestsThereMustBeAProvider() {
    assertThatThrownBy(() -> settings("", false))
        .hasMessageStartingWith("phoneseller.identity.issuer is missing");
    assertThat(settings("", true).issuer()).isNull();
    assertThat(settings("https://id.example/shop", false).issuer()).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"id.example", "ftp://id.example", "https://", "not an address"})
  void aProviderHasAnAddress(String issuer) {
    assertThatThrownBy(() -> settings(issuer, true))
        .hasMessageStartingWith("phoneseller.identity.issuer is not an address");
  }

  @Test
  void theSecretOfTheServicesShowsInNoLog() {
    assertThat(new ServiceSecret("canary").toString()).doesNotContain("canary");
  }

  @Test
  void whoNeedsTheSecretIsToldWhichItIs() {
    assertThatThrownBy(() -> new ServiceSecret(" ").needed())
        .hasMessageStartingWith("phoneseller.service-credential is missing");
  }

  private static IdentitySettings settings(@Nullable String issuer, boolean guests) {
    return new IdentitySettings(issuer, "phoneseller", "roles", null, guests, Need.OPTIONAL);
  }
}
