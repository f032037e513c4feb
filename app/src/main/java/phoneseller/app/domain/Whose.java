package phoneseller.app.domain;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whose orders somebody may see: everybody's, or those of one customer. For them the others do not
 * exist.
 *
 * @param customer null: everybody's
 */
public record Whose(@Nullable CustomerId customer) {

  public static final Whose EVERYBODYS = new Whose(null);

  public static Whose of(Optional<String> owner) {
    return owner.map(CustomerId::new).map(Whose::new).orElse(EVERYBODYS);
  }

  public boolean includes(Order order) {
    return customer == null || customer.equals(order.purchase().customer());
  }
}
