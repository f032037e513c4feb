package phoneseller.identity;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Remembers for a moment whose token has been verified, by its digest: the many calls of a service
 * show the same one. Full, it forgets everything.
 */
final class KnownBearers {

  private static final Duration LONGEST = Duration.ofSeconds(60);
  private static final int MOST = 4096;

  private final Map<ByteBuffer, Bearer> bearers = new ConcurrentHashMap<>();
  private final InstantSource clock;

  KnownBearers(InstantSource clock) {
    this.clock = clock;
  }

  Optional<Caller> find(String token) {
    var digest = digest(token);
    var bearer = bearers.get(digest);
    if (bearer == null) {
      return Optional.empty();
    }
    if (clock.instant().isBefore(bearer.until())) {
      return Optional.of(bearer.caller());
    }
    bearers.remove(digest);
    return Optional.empty();
  }

  void remember(String token, Bearer bearer) {
    if (bearers.size() >= MOST) {
      bearers.clear();
    }
    bearers.put(
        digest(token), new Bearer(bearer.caller(), earlier(bearer.until(), clock.instant())));
  }

  private static Instant earlier(Instant end, Instant now) {
    var longest = now.plus(LONGEST);
    return end.isBefore(longest) ? end : longest;
  }

  private static ByteBuffer digest(String token) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return ByteBuffer.wrap(digest.digest(token.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
