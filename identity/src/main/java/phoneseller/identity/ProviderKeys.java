package phoneseller.identity;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The OpenID provider's keys, kept for a while. An unknown key is asked for, but not by every token
 * that names one; and while the provider is away, the keys that it had last stay good.
 */
final class ProviderKeys implements JWKSource<SecurityContext> {

  private static final Logger log = LoggerFactory.getLogger(ProviderKeys.class);
  private static final Duration FRESH = Duration.ofMinutes(5);
  private static final Duration BETWEEN_TWO_QUESTIONS = Duration.ofSeconds(5);
  private static final Duration AFTER_A_FAILURE = Duration.ofSeconds(1);

  private final Source source;
  private final InstantSource clock;
  private final ReentrantLock asking = new ReentrantLock();
  private volatile Known known = new Known(null, Instant.MIN, Instant.MIN);

  ProviderKeys(Source source, InstantSource clock) {
    this.source = source;
    this.clock = clock;
  }

  /** Where the keys come from. */
  interface Source {
    JWKSet keys() throws ProviderAway;
  }

  private record Known(@Nullable JWKSet keys, Instant from, Instant askedAt) {}

  @Override
  public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context)
      throws ProviderAway {
    var found = selector.select(keys(FRESH));
    return found.isEmpty() ? selector.select(keys(BETWEEN_TWO_QUESTIONS)) : found;
  }

  private JWKSet keys(Duration oldest) throws ProviderAway {
    var now = clock.instant();
    var before = known;
    if (before.keys == null) {
      return first(now);
    }
    boolean due =
        before.from.plus(oldest).isBefore(now)
            && before.askedAt.plus(BETWEEN_TWO_QUESTIONS).isBefore(now);
    if (due && asking.tryLock()) {
      try {
        return asked(now);
      } catch (ProviderAway e) {
        log.warn("{}; those that are known stay good", e.getMessage());
      } finally {
        asking.unlock();
      }
    }
    return before.keys;
  }

  /** One asks, the others wait for what it learns. */
  private JWKSet first(Instant now) throws ProviderAway {
    asking.lock();
    try {
      var before = known;
      if (before.keys != null) {
        return before.keys;
      }
      if (!before.askedAt.equals(Instant.MIN)
          && clock.instant().isBefore(before.askedAt.plus(AFTER_A_FAILURE))) {
        throw new ProviderAway("the keys could not be had a moment ago", null);
      }
      return asked(now);
    } finally {
      asking.unlock();
    }
  }

  private JWKSet asked(Instant now) throws ProviderAway {
    try {
      var keys = source.keys();
      known = new Known(keys, now, now);
      return keys;
    } catch (ProviderAway e) {
      var before = known;
      known = new Known(before.keys, before.from, clock.instant());
      throw e;
    }
  }
}
