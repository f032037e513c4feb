package phoneseller.gateway.session;

import com.nimbusds.jose.CompressionAlgorithm;
import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.DirectDecrypter;
import com.nimbusds.jose.crypto.DirectEncrypter;
import java.text.ParseException;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Encrypts and authenticates what a browser keeps for the gateway. What was sealed for one purpose
 * opens for no other; what was not sealed here does not open at all.
 */
final class Seal {

  private static final int LONGEST = 8192;

  private final DirectEncrypter encrypter;
  private final DirectDecrypter decrypter;
  private final JsonMapper json;

  Seal(byte[] key, JsonMapper json) {
    this.json = json;
    try {
      encrypter = new DirectEncrypter(key);
      decrypter = new DirectDecrypter(key);
    } catch (JOSEException e) {
      throw new IllegalArgumentException("the session key does not fit", e);
    }
  }

  String seal(Object content) {
    var sealed =
        new JWEObject(header(content.getClass()), new Payload(json.writeValueAsBytes(content)));
    try {
      sealed.encrypt(encrypter);
    } catch (JOSEException e) {
      throw new IllegalStateException("cannot be sealed", e);
    }
    return sealed.serialize();
  }

  <T> Optional<T> open(String sealed, Class<T> purpose) {
    if (sealed.length() > LONGEST) {
      return Optional.empty();
    }
    try {
      var found = JWEObject.parse(sealed);
      if (!header(purpose).toJSONObject().equals(found.getHeader().toJSONObject())) {
        return Optional.empty();
      }
      found.decrypt(decrypter);
      return Optional.of(json.readValue(found.getPayload().toBytes(), purpose));
    } catch (ParseException | JOSEException | JacksonException e) {
      return Optional.empty();
    }
  }

  private static JWEHeader header(Class<?> purpose) {
    return new JWEHeader.Builder(JWEAlgorithm.DIR, EncryptionMethod.A256GCM)
        .type(new JOSEObjectType(purpose.getSimpleName()))
        .compressionAlgorithm(CompressionAlgorithm.DEF)
        .build();
  }
}
