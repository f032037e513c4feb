package phoneseller.gateway.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Whatever holds a secret does not tell it to whoever prints it. */
class SecretsTest {

  private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");
  private static final Session SESSION =
      new Session(
          "n", Set.of("customer"), "canary-1", "canary-2", "canary-3", NOW, NOW, "canary-4");

  @Test
  void nothingThatIsPrintedTellsASecret() {
    var login =
        new SessionSettings.Login("id", "canary-5", List.of(), Duration.ZERO, Duration.ZERO);
    var pending = new PendingSignIn("canary-6", "canary-7", "canary-8", "there", "/", NOW);
    var person = new Person("n", Set.of(), "canary-9");
    for (Object printed :
        List.of(SESSION, login, new SessionSettings(login, "ab".repeat(32)), pending, person)) {
      assertThat(printed.toString()).doesNotContain("canary").doesNotContain("abab");
    }
  }

  @Test
  void whatIsSealedShowsNothingAndOpensForItsPurposeAlone() {
    var seal = new Seal(new byte[32], JsonMapper.builder().build());
    String sealed = seal.seal(SESSION);
    assertThat(sealed).doesNotContain("canary");
    assertThat(seal.open(sealed, Session.class)).contains(SESSION);
    assertThat(seal.open(sealed, PendingSignIn.class)).isEmpty();
    assertThat(seal.seal(SESSION)).isNotEqualTo(sealed);
  }
}
