package phoneseller.testing;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Date;
import java.util.List;

/** Tokens of services, made anew from what is agreed about them rather than by the shop's code. */
public final class TestServiceToken {

  /** The secret of the services under test. */
  public static final String CREDENTIAL = "the secret of the services";

  private TestServiceToken() {}

  public static String of(String service) {
    return signed(claims(service).build(), CREDENTIAL);
  }

  /** What a good token says, to be changed. */
  public static JWTClaimsSet.Builder claims(String service) {
    var now = Instant.now();
    return new JWTClaimsSet.Builder()
        .issuer("phoneseller:services")
        .subject(service)
        .audience(TestProvider.AUDIENCE)
        .issueTime(Date.from(now))
        .expirationTime(Date.from(now.plusSeconds(60)))
        .claim("roles", List.of("service"));
  }

  public static String signed(JWTClaimsSet claims, String credential) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return signed(claims, digest.digest(credential.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  public static String signed(JWTClaimsSet claims, byte[] key) {
    var token = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
    try {
      token.sign(new MACSigner(key));
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
    return token.serialize();
  }
}
