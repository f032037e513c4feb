package phoneseller.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.springframework.security.web.authentication.AuthenticationConverter;

/**
 * Takes the token from the one Authorization header. Whatever else is shown there is a bad token:
 * who tries to prove something and fails is no guest.
 */
final class BearerHeader implements AuthenticationConverter {

  private static final int LONGEST = 8192;
  private static final Pattern BEARER =
      Pattern.compile("Bearer +([A-Za-z0-9._~+/-]+=*)", Pattern.CASE_INSENSITIVE);

  @Override
  public @Nullable BearerTokenAuthenticationToken convert(HttpServletRequest request) {
    var shown = Collections.list(request.getHeaders(HttpHeaders.AUTHORIZATION));
    if (shown.isEmpty()) {
      return null;
    }
    var header = shown.getFirst();
    var bearer = BEARER.matcher(header);
    if (shown.size() > 1 || header.length() > LONGEST || !bearer.matches()) {
      throw new InvalidBearerTokenException("The Authorization header is not accepted.");
    }
    return new BearerTokenAuthenticationToken(bearer.group(1));
  }
}
