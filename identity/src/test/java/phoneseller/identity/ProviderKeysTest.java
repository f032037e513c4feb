package phoneseller.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import phoneseller.testing.TestProvider;

class ProviderKeysTest {

  private static final RSAKey FIRST = TestProvider.newKey("first");
  private static final RSAKey SECOND = TestProvider.newKey("second");

  private Instant now = Instant.parse("2026-11-25T12:00:00Z");
  private RSAKey published = FIRST;
  private boolean away;
  private int asked;

  private final ProviderKeys keys =
      new ProviderKeys(
          () -> {
            asked++;
            if (away) {
              throw new ProviderAway("away", null);
            }
            return new JWKSet(published.toPublicJWK());
          },
          () -> now);

  @Test
  void keysAreAskedForOnce() throws Exception {
    assertThat(find("first")).hasSize(1);
    assertThat(find("first")).hasSize(1);
    assertThat(asked).isOne();
  }

  @Test
  void aNewKeyIsFoundWhenATokenNamesIt() throws Exception {
    find("first");
    published = SECOND;
    pass(Duration.ofSeconds(6));

    assertThat(find("second")).hasSize(1);
  }

  @Test
  void tokensOfKeysThatNobodyHasDoNotFloodTheProvider() throws Exception {
    find("first");
    pass(Duration.ofSeconds(6));
    for (int i = 0; i < 100; i++) {
      assertThat(find("nobody's")).isEmpty();
    }
    assertThat(asked).isEqualTo(2);
  }

  @Test
  void knownKeysStayGoodWhileTheProviderIsAway() throws Exception {
    find("first");
    away = true;
    pass(Duration.ofHours(1));

    assertThat(find("first")).hasSize(1);
    assertThat(find("nobody's")).isEmpty();
    assertThat(asked).isEqualTo(2);
  }

  @Test
  void aKeyThatWasWithdrawnIsNotKnownForLong() throws Exception {
    find("first");
    published = SECOND;
    pass(Duration.ofMinutes(6));

    assertThat(find("first")).isEmpty();
  }

  @Test
  void withoutAnyKeyNothingIsSaidAboutATokenAndTheProviderIsAskedNowAndThen() throws Exception {
    away = true;
    for (int i = 0; i < 10; i++) {
      assertThatThrownBy(() -> find("first")).isInstanceOf(ProviderAway.class);
    }
    assertThat(asked).isOne();

    away = false;
    pass(Duration.ofSeconds(2));
    assertThat(find("first")).hasSize(1);
  }

  private void pass(Duration time) {
    now = now.plus(time);
  }

  private List<JWK> find(String id) throws ProviderAway {
    return keys.get(new JWKSelector(new JWKMatcher.Builder().keyID(id).build()), null);
  }
}
