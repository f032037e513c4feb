package phoneseller.identity;

import com.nimbusds.jwt.JWTParser;
import java.text.ParseException;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;

/**
 * Tells from a token who its bearer is. The issuer that it names, not yet believed, only decides
 * who checks it.
 */
final class Tokens {

  private final Map<String, JwtDecoder> decoders;
  private final String rolesClaim;

  /**
   * @param decoders by issuer
   */
  Tokens(Map<String, JwtDecoder> decoders, String rolesClaim) {
    this.decoders = Map.copyOf(decoders);
    this.rolesClaim = rolesClaim;
  }

  /**
   * @throws InvalidBearerTokenException for whatever is wrong with the token
   * @throws AuthenticationServiceException when the provider cannot be asked for its keys
   */
  Bearer verified(String token) {
    var decoder = decoders.get(claimedIssuer(token));
    if (decoder == null) {
      throw refused(null);
    }
    try {
      var jwt = decoder.decode(token);
      return new Bearer(caller(jwt), Objects.requireNonNull(jwt.getExpiresAt()));
    } catch (JwtException e) {
      if (ProviderAway.isBehind(e)) {
        throw new AuthenticationServiceException("the provider's keys cannot be had", e);
      }
      throw refused(e);
    }
  }

  private static String claimedIssuer(String token) {
    try {
      var claims = JWTParser.parse(token).getJWTClaimsSet();
      return claims == null ? "" : String.valueOf(claims.getIssuer());
    } catch (ParseException e) {
      throw refused(e);
    }
  }

  private Caller caller(Jwt jwt) {
    boolean service = ServiceTokens.ISSUER.equals(jwt.getClaimAsString("iss"));
    var name = Objects.requireNonNull(jwt.getSubject());
    return Caller.of(name, service ? Set.of(Role.SERVICE) : roles(jwt));
  }

  private Set<Role> roles(Jwt jwt) {
    var roles = EnumSet.noneOf(Role.class);
    words(jwt.getClaims().get(rolesClaim))
        .forEach(word -> Role.ofPerson(String.valueOf(word)).ifPresent(roles::add));
    return roles;
  }

  private static Collection<?> words(@Nullable Object claim) {
    return switch (claim) {
      case Collection<?> list -> list;
      case String text -> Arrays.asList(text.split(" ", -1));
      case null, default -> List.of();
    };
  }

  /** Without a word of why: what was wrong helps whoever forges. */
  private static InvalidBearerTokenException refused(@Nullable Exception cause) {
    return new InvalidBearerTokenException("The token is not accepted.", cause);
  }
}
