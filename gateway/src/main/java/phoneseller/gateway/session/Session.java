package phoneseller.gateway.session;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who is signed in, and the tokens that say so. It leaves this process sealed, or not at all.
 *
 * @param expires when the access token does
 * @param ends when the person signs in anew, whatever the provider would still renew
 * @param csrf what the pages repeat in a header to show that they read the cookie beside this one
 */
record Session(
    String name,
    Set<String> roles,
    String accessToken,
    @Nullable String refreshToken,
    @Nullable String idToken,
    Instant expires,
    Instant ends,
    String csrf) {

  boolean isOver(Instant now) {
    return !now.isBefore(ends);
  }

  Session withoutIdToken() {
    return new Session(name, roles, accessToken, refreshToken, null, expires, ends, csrf);
  }

  @Override
  public String toString() {
    return "Session[" + name + ", " + roles + ", expires " + expires + ", ends " + ends + "]";
  }
}
