package phoneseller.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jwt.SignedJWT;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A token for the command line is the one that signing in would have given. */
class TokenCommandTest {

  private static final Instant NOW = Instant.parse("2026-11-25T09:00:00Z");

  @TempDir Path folder;

  @Test
  void itsClaimsAndItsKeyAreThoseOfTheProvider() throws Exception {
    try (var login = new RunningLogin(folder)) {
      var signedIn =
          SignedJWT.parse(new CodeFlow(login).tokens("dealer-1").get("access_token").asString());
      var made = SignedJWT.parse(TokenCommand.token(folder, login.issuer(), "dealer-1", () -> NOW));

      var key = login.keys().getKeyByKeyId(made.getHeader().getKeyID()).toRSAKey();
      assertThat(made.verify(new RSASSAVerifier(key))).isTrue();
      assertThat(made.getHeader().getAlgorithm()).isEqualTo(signedIn.getHeader().getAlgorithm());
      for (String claim : new String[] {"iss", "sub", "aud", "roles"}) {
        assertThat(made.getJWTClaimsSet().getClaim(claim))
            .as(claim)
            .isEqualTo(signedIn.getJWTClaimsSet().getClaim(claim));
      }
      assertThat(made.getJWTClaimsSet().getExpirationTime().toInstant())
          .isEqualTo(NOW.plus(15, ChronoUnit.MINUTES));
    }
  }

  @Test
  void anAccountThatThereIsNotHasNone() {
    var kept = OwnerFolder.at(folder);
    Accounts.in(kept);
    SigningKey.in(kept);

    assertThatThrownBy(() -> TokenCommand.token(folder, "http://localhost:1", "root", () -> NOW))
        .isInstanceOf(Refusal.class)
        .hasMessage("there is no account root, but [customer-1, customer-2, dealer-1, operator-1]");
  }

  @Test
  void beforeTheFirstStartThereIsNone() {
    assertThatThrownBy(
            () -> TokenCommand.token(folder.resolve("none"), "http://localhost:1", "a", () -> NOW))
        .hasMessageContaining("never been started");
    assertThat(folder).isEmptyDirectory();
  }
}
