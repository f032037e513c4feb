package phoneseller.pay;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** What pay cannot do without, it asks for at the start. */
class StartTest {

  private static void start(String... settings) {
    var all = new ArrayList<>(List.of(settings));
    all.add("--server.port=0");
    all.add("--spring.datasource.url=jdbc:h2:mem:start");
    all.add("--spring.kafka.bootstrap-servers=localhost:1");
    new SpringApplicationBuilder(PayApplication.class).run(all.toArray(String[]::new)).close();
  }

  @Test
  void itDoesNotStartWithoutTheSecretItShares() {
    assertThatThrownBy(() -> start("--phoneseller.service-credential= "))
        .rootCause()
        .hasMessageContaining("phoneseller.service-credential is missing");
  }

  @Test
  void inAContainerItDoesNotStartWithoutTheAddressOfReward() {
    assertThatThrownBy(() ->
            start(
                "--phoneseller.service-credential=s",
                "--phoneseller.identity.issuer=https://id.example",
                "--spring.profiles.active=docker"))
        .rootCause()
        .hasMessageContaining("api.url.reward is missing")
        .hasMessageContaining("configurl");
  }

  @Test
  void inAContainerItDoesNotStartWithoutAProvider() {
    assertThatThrownBy(() ->
            start(
                "--phoneseller.service-credential=s",
                "--api.url.reward=http://reward",
                "--spring.profiles.active=docker"))
        .rootCause()
        .hasMessageContaining("phoneseller.identity.issuer is missing");
  }
}
