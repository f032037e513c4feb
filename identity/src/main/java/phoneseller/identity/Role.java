package phoneseller.identity;

import java.util.Locale;
import java.util.Optional;

/** What a caller is to the shop; each is a column of {@code access.txt}, in this order. */
public enum Role {
  /** Without a token, where guests are not admitted. */
  ANYONE,
  /** Without a token, where guests are admitted: outside production. */
  GUEST,
  CUSTOMER,
  DEALER,
  OPERATOR,
  /** Another service of the shop. */
  SERVICE;

  /** A role that a person can have; the provider cannot make anybody a service. */
  static Optional<Role> ofPerson(String word) {
    return switch (word) {
      case "customer" -> Optional.of(CUSTOMER);
      case "dealer" -> Optional.of(DEALER);
      case "operator" -> Optional.of(OPERATOR);
      default -> Optional.empty();
    };
  }

  /** As tokens and the table of access spell it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
