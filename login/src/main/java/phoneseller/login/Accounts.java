package phoneseller.login;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Collectors;

/**
 * The demo accounts. Their passwords are made at the first start and kept in a file of which each
 * line is a name, a role and a password; whoever changes a line changes it from the next start on.
 */
final class Accounts {

  static final String FILE = "accounts";

  private static final List<String> ROLES = List.of("customer", "dealer", "operator");
  private static final SequencedMap<String, String> DEMO = new LinkedHashMap<>();

  static {
    DEMO.put("customer-1", "customer");
    DEMO.put("customer-2", "customer");
    DEMO.put("dealer-1", "dealer");
    DEMO.put("operator-1", "operator");
  }

  private final Map<String, Account> byName;

  private Accounts(Map<String, Account> byName) {
    this.byName = byName;
  }

  static Accounts in(OwnerFolder folder) {
    return read(folder.textOrMade(FILE, Accounts::made));
  }

  /** Those of a shop that was started before. */
  static Optional<Accounts> of(OwnerFolder folder) {
    return folder.text(FILE).map(Accounts::read);
  }

  Optional<Account> named(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  List<String> names() {
    return List.copyOf(byName.keySet());
  }

  private static String made() {
    return DEMO.entrySet().stream()
        .map(demo -> demo.getKey() + " " + demo.getValue() + " " + Passwords.make() + "\n")
        .collect(Collectors.joining());
  }

  private static Accounts read(String text) {
    var accounts = new LinkedHashMap<String, Account>();
    for (String line : new ArrayList<>(text.lines().filter(line -> !line.isBlank()).toList())) {
      var words = List.of(line.strip().split("\\s+", -1));
      if (words.size() != 3 || words.getFirst().length() > 64 || !ROLES.contains(words.get(1))) {
        throw new Refusal(
            "a line of its file of accounts is not a name, one of " + ROLES + " and a password");
      }
      accounts.put(words.getFirst(), new Account(words.get(0), words.get(1), words.get(2)));
    }
    return new Accounts(accounts);
  }
}
