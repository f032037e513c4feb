package phoneseller.benchmark.bare;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;

/** What a batch of events says of one order: one row to write, however many they are. */
final class Progress {

  final long order;
  Status status = Status.NONE;
  long points;
  String item = "";
  String customer = "";
  long qty;
  long price;

  private Progress(long order) {
    this.order = order;
  }

  static Collection<Progress> of(List<Flat> events) {
    var all = new LinkedHashMap<Long, Progress>();
    for (var event : events) {
      all.computeIfAbsent(event.order(), Progress::new).add(event);
    }
    return all.values();
  }

  private void add(Flat event) {
    var type = event.type();
    var next = Status.after(type);
    status = next.compareTo(status) > 0 ? next : status;
    switch (type) {
      case "Ordered" -> {
        item = event.text("item");
        customer = event.text("customerId");
        qty = event.number("qty");
        price = event.number("price");
      }
      case "RewardCompleted", "RewardCancelled" -> points += event.number("point");
      default -> {}
    }
  }
}
