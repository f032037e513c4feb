package phoneseller.login;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.text.ParseException;
import java.util.Optional;

/** What tokens are signed with. It is made at the first start, so that tokens outlive a restart. */
record SigningKey(RSAKey key) {

  static final String FILE = "signing-key.json";

  static SigningKey in(OwnerFolder folder) {
    return read(folder.textOrMade(FILE, SigningKey::made));
  }

  static Optional<SigningKey> of(OwnerFolder folder) {
    return folder.text(FILE).map(SigningKey::read);
  }

  private static String made() {
    try {
      return new RSAKeyGenerator(2048)
          .keyUse(KeyUse.SIGNATURE)
          .algorithm(JWSAlgorithm.RS256)
          .keyIDFromThumbprint(true)
          .generate()
          .toJSONString();
    } catch (JOSEException e) {
      throw new IllegalStateException("no RSA key can be made here", e);
    }
  }

  private static SigningKey read(String json) {
    try {
      var key = RSAKey.parse(json);
      if (!key.isPrivate()) {
        throw new Refusal("its file " + FILE + " holds no private key");
      }
      return new SigningKey(key);
    } catch (ParseException e) {
      throw new Refusal("its file " + FILE + " holds no key; without the file a new one is made");
    }
  }

  @Override
  public String toString() {
    return "SigningKey[" + key.getKeyID() + "]";
  }
}
