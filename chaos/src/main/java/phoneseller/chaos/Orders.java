package phoneseller.chaos;

import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** All orders as app has them: the state of each. */
record Orders(Map<Long, String> states) {

  private static final Set<String> ENDS = Set.of("Shipped", "PayCancelled", "PayFailed");
  private static final int PART = 1_000;

  static Orders read(Client client) throws IOException {
    var states = new HashMap<Long, String>();
    long last = 0;
    while (true) {
      var answer = client.get("app", "/orders?size=" + PART + "&after=" + last);
      if (answer.status() != 200) {
        throw new IOException("orders cannot be read: " + answer.status());
      }
      var rows = answer.body().path("_embedded").path("orders");
      for (var row : rows) {
        last = row.path("id").asLong();
        states.put(last, row.path("status").asString(""));
      }
      if (rows.size() < PART) {
        return new Orders(states);
      }
    }
  }

  int size() {
    return states.size();
  }

  List<Long> missing(Collection<Long> promised) {
    return promised.stream().distinct().filter(id -> !states.containsKey(id)).sorted().toList();
  }

  /** Those that have not come to an end, but for these, which wait for a person. */
  List<Long> open(Set<Long> waitingForAPerson) {
    return states.entrySet().stream()
        .filter(order -> !ENDS.contains(order.getValue()))
        .map(Map.Entry::getKey)
        .filter(id -> !waitingForAPerson.contains(id))
        .sorted()
        .toList();
  }

  boolean is(long order, String state) {
    return state.equals(states.get(order));
  }
}
