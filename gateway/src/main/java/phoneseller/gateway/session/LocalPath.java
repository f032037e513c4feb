package phoneseller.gateway.session;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import phoneseller.http.Unacceptable;

/** Where a person is led after signing in: a place of the shop's, never another site. */
final class LocalPath {

  private static final int LONGEST = 500;
  private static final String HOME = "/";

  /** One slash, then what cannot begin a host, name a scheme or break out of a header. */
  private static final Pattern PLAIN =
      Pattern.compile("/(?![/\\\\])[A-Za-z0-9._~!$&'()*+,;=:@%/?#-]*");

  private LocalPath() {}

  static String of(@Nullable String to) {
    if (to == null || to.isBlank()) {
      return HOME;
    }
    if (to.length() > LONGEST || !PLAIN.matcher(to).matches() || to.startsWith("/session")) {
      throw new Unacceptable("to", "is a path of the shop's pages");
    }
    return to;
  }
}
