package phoneseller.gateway.session;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whether and how people sign in.
 *
 * @param sessionKey 64 hexadecimal digits that every instance of the gateway shares; sessions are
 *     sealed with it
 */
@ConfigurationProperties("phoneseller.gateway")
record SessionSettings(@DefaultValue Login login, @DefaultValue("") String sessionKey) {

  private static final int KEY_BYTES = 32;
  private static final Pattern KEY = Pattern.compile("[0-9A-Fa-f]{64}");

  SessionSettings {
    if (login.isOffered() && !KEY.matcher(sessionKey).matches()) {
      throw new IllegalArgumentException(
          "phoneseller.gateway.session-key is needed where people sign in: 64 hexadecimal digits");
    }
  }

  /**
   * @param clientId as the provider knows the gateway; none: nobody signs in here
   * @param early how long before its expiry an access token is renewed
   * @param longest when a person signs in anew, whatever the provider would still renew
   */
  record Login(
      @DefaultValue("") String clientId,
      @DefaultValue("") String clientSecret,
      @DefaultValue("openid") List<String> scopes,
      @DefaultValue("60s") Duration early,
      @DefaultValue("12h") Duration longest) {

    boolean isOffered() {
      return !clientId.isBlank();
    }

    @Override
    public String toString() {
      return "Login[" + clientId + ", " + scopes + "]";
    }
  }

  /** Where nobody signs in, one that nothing was ever sealed with. */
  byte[] key() {
    if (login.isOffered()) {
      return HexFormat.of().parseHex(sessionKey);
    }
    var unused = new byte[KEY_BYTES];
    new SecureRandom().nextBytes(unused);
    return unused;
  }

  @Override
  public String toString() {
    return "SessionSettings[" + login + "]";
  }
}
