package phoneseller.identity;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.SecurityContext;
import java.time.Duration;
import java.util.List;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.MacAlgorithm;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtAudienceValidator;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/**
 * What every token must pass: a signature of an algorithm that is fixed beforehand, never named by
 * the token alone, its issuer, its audience and its time.
 */
final class TokenChecks {

  private static final Duration SKEW = Duration.ofSeconds(30);
  private static final int LONGEST_NAME = 64;

  private TokenChecks() {}

  static JwtDecoder ofPersons(
      String issuer, String audience, JWKSource<SecurityContext> providerKeys) {
    var decoder =
        NimbusJwtDecoder.withJwkSource(providerKeys)
            .jwsAlgorithms(algorithms ->
                algorithms.addAll(
                    List.of(
                        SignatureAlgorithm.RS256,
                        SignatureAlgorithm.PS256,
                        SignatureAlgorithm.ES256,
                        SignatureAlgorithm.ES384)))
            .jwtProcessorCustomizer(processor ->
                processor.setJWSTypeVerifier(
                    new DefaultJOSEObjectTypeVerifier<>(
                        JOSEObjectType.JWT, new JOSEObjectType("at+jwt"), null)))
            .build();
    decoder.setJwtValidator(validator(issuer, audience));
    return decoder;
  }

  static JwtDecoder ofServices(String audience, SecretKey key) {
    var decoder = NimbusJwtDecoder.withSecretKey(key).macAlgorithm(MacAlgorithm.HS256).build();
    decoder.setJwtValidator(validator(ServiceTokens.ISSUER, audience));
    return decoder;
  }

  private static OAuth2TokenValidator<Jwt> validator(String issuer, String audience) {
    var time = new JwtTimestampValidator(SKEW);
    time.setAllowEmptyExpiryClaim(false);
    return new DelegatingOAuth2TokenValidator<>(
        List.of(
            new JwtIssuerValidator(issuer),
            new JwtAudienceValidator(audience),
            time,
            new JwtClaimValidator<String>("sub", TokenChecks::isName)));
  }

  private static boolean isName(@Nullable String subject) {
    return subject != null
        && !subject.isBlank()
        && subject.length() <= LONGEST_NAME
        && subject.codePoints().noneMatch(TokenChecks::isUnprintable);
  }

  private static boolean isUnprintable(int character) {
    return Character.isISOControl(character) || Character.getType(character) == Character.SURROGATE;
  }
}
