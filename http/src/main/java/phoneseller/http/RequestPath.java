package phoneseller.http;

import jakarta.servlet.http.HttpServletRequest;

/** Tells an operator's requests from the shop's, by the path as it was understood. */
public final class RequestPath {

  private static final String ACTUATOR = "/actuator";

  private RequestPath() {}

  public static boolean isActuator(HttpServletRequest request) {
    String rest = request.getPathInfo();
    String path = request.getServletPath() + (rest == null ? "" : rest);
    return path.equals(ACTUATOR) || path.startsWith(ACTUATOR + "/");
  }
}
