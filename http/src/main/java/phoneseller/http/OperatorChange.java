package phoneseller.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an operator has changed by a request, noted for whoever keeps the record of such changes.
 *
 * @param on which thing
 * @param why in the operator's words, if the body has them
 */
public record OperatorChange(String what, String on, @Nullable String why) {

  private static final String ATTRIBUTE = OperatorChange.class.getName();

  public void note(HttpServletRequest request) {
    request.setAttribute(ATTRIBUTE, this);
  }

  public static Optional<OperatorChange> of(HttpServletRequest request) {
    return Optional.ofNullable((OperatorChange) request.getAttribute(ATTRIBUTE));
  }
}
