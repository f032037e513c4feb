package phoneseller.gateway.session;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.Set;

/**
 * Whoever proved who they are in this request, by the session cookie or by a bearer token.
 *
 * @param bearer what the services are shown
 */
public record Person(String name, Set<String> roles, String bearer) {

  private static final String ATTRIBUTE = Person.class.getName();

  public static Optional<Person> of(HttpServletRequest request) {
    return Optional.ofNullable((Person) request.getAttribute(ATTRIBUTE));
  }

  void enter(HttpServletRequest request) {
    request.setAttribute(ATTRIBUTE, this);
  }

  public boolean is(String role) {
    return roles.contains(role);
  }

  /** The token goes to services alone, and never into a log. */
  @Override
  public String toString() {
    return "Person[" + name + ", " + roles + "]";
  }
}
