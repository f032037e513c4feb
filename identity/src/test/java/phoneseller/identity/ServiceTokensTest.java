package phoneseller.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.SignedJWT;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ServiceTokensTest {

  private Instant now = Instant.parse("2026-11-25T12:00:00Z");
  private final ServiceTokens tokens =
      new ServiceTokens(
          "pay", "phoneseller", new ServiceSecret("s").key().orElseThrow(), () -> now);

  @Test
  void aTokenSaysWhoCallsAndLivesAMinute() throws Exception {
    var claims = SignedJWT.parse(tokens.current()).getJWTClaimsSet();

    assertThat(claims.getSubject()).isEqualTo("pay");
    assertThat(claims.getIssuer()).isEqualTo("phoneseller:services");
    assertThat(claims.getAudience()).containsExactly("phoneseller");
    assertThat(claims.getStringListClaim("roles")).containsExactly("service");
    assertThat(claims.getExpirationTime()).isEqualTo(now.plusSeconds(60));
  }

  @Test
  void itIsUsedUntilItSoonEnds() {
    var first = tokens.current();
    now = now.plusSeconds(39);
    assertThat(tokens.current()).isEqualTo(first);
    now = now.plusSeconds(1);
    assertThat(tokens.current()).isNotEqualTo(first);
  }
}
