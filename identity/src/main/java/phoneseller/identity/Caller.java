package phoneseller.identity;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * Who calls. As an argument of a controller's method it is limited to what the rule of that
 * endpoint gives: {@link #owner()} names the customer whose rows it may see.
 *
 * @param name the subject of the token; {@code guest} without one
 * @param reach whether all rows or the caller's own are within the request
 */
public record Caller(String name, Set<Role> roles, Reach reach) {

  static final String ATTRIBUTE = Caller.class.getName();

  public Caller {
    roles = Set.copyOf(roles);
  }

  static Caller of(String name, Set<Role> roles) {
    return new Caller(name, roles, Reach.NONE);
  }

  static Caller withoutToken(boolean guests) {
    return guests ? of("guest", Set.of(Role.GUEST)) : of("anyone", Set.of(Role.ANYONE));
  }

  /** The caller of the HTTP request at hand; empty where there is none. */
  public static Optional<Caller> current() {
    var attributes = RequestContextHolder.getRequestAttributes();
    return attributes == null
        ? Optional.empty()
        : Optional.ofNullable(
            (Caller) attributes.getAttribute(ATTRIBUTE, RequestAttributes.SCOPE_REQUEST));
  }

  Caller within(Reach granted) {
    return new Caller(name, roles, granted);
  }

  public boolean is(Role role) {
    return roles.contains(role);
  }

  /** Whether it is this service of the shop. */
  public boolean isService(String service) {
    return is(Role.SERVICE) && name.equals(service);
  }

  /** The customer to whom the request is limited; empty when it may see everybody's. */
  public Optional<String> owner() {
    return reach == Reach.ANY ? Optional.empty() : Optional.of(name);
  }

  /** Whether what belongs to this customer, who may not be known yet, is within the request. */
  public boolean sees(@Nullable String customer) {
    return reach == Reach.ANY || (reach == Reach.OWN && name.equals(customer));
  }
}
