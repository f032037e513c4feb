package phoneseller.login;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.core.OAuth2Token;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationCode;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;

/**
 * Who is signed in by which tokens. A session that can be gone on with is a file, too, so that a
 * restart signs nobody out. What has expired is forgotten, and of very many the oldest.
 */
final class Sessions implements OAuth2AuthorizationService {

  private static final int MOST = 1000;
  private static final Duration SIGN_IN = Duration.ofMinutes(10);
  private static final Map<String, Class<? extends OAuth2Token>> KINDS =
      Map.of(
          "code", OAuth2AuthorizationCode.class,
          "access_token", OAuth2AccessToken.class,
          "refresh_token", OAuth2RefreshToken.class,
          "id_token", OidcIdToken.class);

  private final OwnerFolder folder;
  private final InstantSource clock;
  private final Map<String, Known> known = new ConcurrentHashMap<>();

  /**
   * @param idTokens all that were given out: whoever refreshes twice at a time may keep either
   */
  private record Known(OAuth2Authorization session, Instant until, Set<String> idTokens) {}

  private Sessions(OwnerFolder folder, InstantSource clock) {
    this.folder = folder;
    this.clock = clock;
  }

  static Sessions in(OwnerFolder folder, RegisteredClient client, InstantSource clock) {
    var sessions = new Sessions(folder, clock);
    folder.names().forEach(name -> sessions.load(name, client));
    sessions.forgetSome();
    return sessions;
  }

  private void load(String name, RegisteredClient client) {
    folder
        .text(name)
        .flatMap(KeptSession::read)
        .flatMap(kept -> kept.session(client))
        .ifPresentOrElse(this::know, () -> folder.remove(name));
  }

  @Override
  public void save(OAuth2Authorization session) {
    String id = session.getId();
    know(session);
    KeptSession.of(session)
        .ifPresentOrElse(kept -> folder.write(id, kept.text()), () -> folder.remove(id));
    forgetSome();
  }

  @Override
  public void remove(OAuth2Authorization session) {
    forget(session.getId());
  }

  @Override
  public @Nullable OAuth2Authorization findById(String id) {
    var found = known.get(id);
    return found == null ? null : found.session();
  }

  /** A token is found as what it is alone: nobody refreshes with an access token. */
  @Override
  public @Nullable OAuth2Authorization findByToken(String value, @Nullable OAuth2TokenType type) {
    return known.values().stream()
        .filter(each ->
            KINDS.entrySet().stream()
                .filter(kind -> type == null || kind.getKey().equals(type.getValue()))
                .anyMatch(kind -> holds(each, kind.getValue(), value)))
        .map(Known::session)
        .findFirst()
        .orElse(null);
  }

  private static boolean holds(Known each, Class<? extends OAuth2Token> kind, String value) {
    if (kind == OidcIdToken.class) {
      return each.idTokens().contains(value);
    }
    var token = each.session().getToken(kind);
    return token != null
        && MessageDigest.isEqual(bytes(token.getToken().getTokenValue()), bytes(value));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private void know(OAuth2Authorization session) {
    var refresh = session.getRefreshToken();
    var expires = refresh == null ? null : refresh.getToken().getExpiresAt();
    var until = expires == null ? clock.instant().plus(SIGN_IN) : expires;
    var idToken = session.getToken(OidcIdToken.class);
    Set<String> now = idToken == null ? Set.of() : Set.of(idToken.getToken().getTokenValue());
    known.merge(
        session.getId(),
        new Known(session, until, now),
        (before, after) -> new Known(session, until, union(before.idTokens(), after.idTokens())));
  }

  private static Set<String> union(Set<String> some, Set<String> more) {
    var all = new HashSet<>(some);
    all.addAll(more);
    return Set.copyOf(all);
  }

  private void forgetSome() {
    var now = clock.instant();
    known.forEach((id, each) -> {
      if (each.until().isBefore(now)) {
        forget(id);
      }
    });
    known.entrySet().stream()
        .sorted(Comparator.comparing(each -> each.getValue().until()))
        .limit(Math.max(0, known.size() - MOST))
        .forEach(each -> forget(each.getKey()));
  }

  private void forget(String id) {
    known.remove(id);
    folder.remove(id);
  }
}
