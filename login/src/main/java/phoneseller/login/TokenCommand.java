package phoneseller.login;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;

/**
 * Prints an access token of a demo account, for calls from a command line. It is signed with the
 * provider's own key, which only the owner of its folder can read: whoever may do this could as
 * well read the account's password.
 */
public final class TokenCommand {

  private static final Duration LIFE = Duration.ofMinutes(15);

  private TokenCommand() {}

  static void main(String... words) {
    if (words.length != 3) {
      System.err.println("phoneseller: token FOLDER ISSUER NAME");
      System.exit(2);
    }
    try {
      System.out.println(token(Path.of(words[0]), words[1], words[2], InstantSource.system()));
    } catch (Refusal e) {
      System.err.println("phoneseller: " + e.getMessage());
      System.exit(1);
    }
  }

  static String token(Path path, String issuer, String name, InstantSource clock) {
    if (!Files.isDirectory(path)) {
      throw new Refusal("there are no accounts yet: login has never been started");
    }
    var folder = OwnerFolder.at(path);
    var accounts = Accounts.of(folder);
    var key = SigningKey.of(folder);
    if (accounts.isEmpty() || key.isEmpty()) {
      throw new Refusal("there are no accounts yet: login has never been started");
    }
    var account =
        accounts
            .get()
            .named(name)
            .orElseThrow(() ->
                new Refusal("there is no account " + name + ", but " + accounts.get().names()));
    return signed(key.get(), claims(account, issuer, clock.instant()));
  }

  private static JWTClaimsSet claims(Account account, String issuer, Instant now) {
    return new JWTClaimsSet.Builder()
        .issuer(issuer)
        .subject(account.name())
        .audience(Claims.AUDIENCE)
        .claim(Claims.ROLES, List.of(account.role()))
        .issueTime(Date.from(now))
        .notBeforeTime(Date.from(now))
        .expirationTime(Date.from(now.plus(LIFE)))
        .build();
  }

  private static String signed(SigningKey key, JWTClaimsSet claims) {
    try {
      var header = new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.key().getKeyID()).build();
      var token = new SignedJWT(header, claims);
      token.sign(new RSASSASigner(key.key()));
      return token.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException("the key cannot sign", e);
    }
  }
}
