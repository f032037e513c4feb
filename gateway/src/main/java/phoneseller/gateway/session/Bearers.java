package phoneseller.gateway.session;

import com.nimbusds.jwt.JWTParser;
import java.text.ParseException;
import java.util.LinkedHashSet;
import java.util.List;
import org.springframework.stereotype.Component;

/** Tells from a bearer token whose it is. */
@Component
final class Bearers {

  /**
   * @throws SignInRefused when the token is not accepted
   */
  Person verified(String token) {
    try {
      var claims = JWTParser.parse(token).getJWTClaimsSet();
      var roles = claims.getStringListClaim("roles");
      return new Person(
          claims.getSubject(), new LinkedHashSet<>(roles == null ? List.of() : roles), token);
    } catch (ParseException e) {
      throw new SignInRefused("the token cannot be read", e);
    }
  }
}
