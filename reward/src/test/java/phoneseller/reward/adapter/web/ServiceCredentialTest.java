package phoneseller.reward.adapter.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ServiceCredentialTest {

  @Test
  void thereIsNoServiceWithoutASecret() {
    assertThatThrownBy(() -> new ServiceCredential(null))
        .hasMessage("phoneseller.service-credential is not set");
    assertThatThrownBy(() -> new ServiceCredential(" "))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theSecretIsProvenByTheBearerTokenAlone() {
    var credential = new ServiceCredential("the-secret");

    assertThat(credential.isProvenBy("Bearer the-secret")).isTrue();
    assertThat(credential.isProvenBy("Bearer the-secret ")).isFalse();
    assertThat(credential.isProvenBy("the-secret")).isFalse();
    assertThat(credential.isProvenBy(null)).isFalse();
  }

  @Test
  void theSecretIsNotInAnyLog() {
    assertThat(new ServiceCredential("the-secret").toString()).doesNotContain("the-secret");
  }
}
