package phoneseller.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;
import org.springframework.http.client.ClientHttpRequestInterceptor;

/** By these a service shows the other services who it is; each lives a minute. */
public final class ServiceTokens {

  static final String ISSUER = "phoneseller:services";
  private static final Duration LIFE = Duration.ofSeconds(60);
  private static final Duration RENEWED_BEFORE_ITS_END = Duration.ofSeconds(20);

  private final String service;
  private final String audience;
  private final SecretKey key;
  private final InstantSource clock;
  private volatile @Nullable Issued newest;

  ServiceTokens(String service, String audience, SecretKey key, InstantSource clock) {
    this.service = service;
    this.audience = audience;
    this.key = key;
    this.clock = clock;
  }

  private record Issued(String token, Instant renewedFrom) {}

  /** Adds the token to every call of a client. */
  public ClientHttpRequestInterceptor bearer() {
    return (request, body, execution) -> {
      request.getHeaders().setBearerAuth(current());
      return execution.execute(request, body);
    };
  }

  /** A token that is good for some time yet. */
  public String current() {
    var now = clock.instant();
    var issued = newest;
    if (issued == null || !now.isBefore(issued.renewedFrom)) {
      var end = now.plus(LIFE);
      issued = new Issued(signed(now, end), end.minus(RENEWED_BEFORE_ITS_END));
      newest = issued;
    }
    return issued.token;
  }

  private String signed(Instant now, Instant end) {
    var claims =
        new JWTClaimsSet.Builder()
            .issuer(ISSUER)
            .subject(service)
            .audience(audience)
            .issueTime(Date.from(now))
            .expirationTime(Date.from(end))
            .claim("roles", List.of(Role.SERVICE.word()))
            .build();
    var token = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
    try {
      token.sign(new MACSigner(key));
    } catch (JOSEException e) {
      throw new IllegalStateException("no service token can be signed", e);
    }
    return token.serialize();
  }
}
