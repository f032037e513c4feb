package phoneseller.benchmark.bare;

import java.util.ArrayList;
import java.util.List;

/** Ships what is paid. */
final class BareStore implements Feed.Reaction {

  static final List<String> TABLES =
      List.of(
          """
          create table if not exists shipment (
            order_id bigint primary key, process varchar(20) not null)\
          """);
  private static final String INSERT = "insert into shipment values (?, 'Shipped')";
  private static final String RETURN =
      "update shipment set process = 'Returning' where order_id = ?";

  @Override
  public List<Row> rows(List<Flat> events) {
    var rows = new ArrayList<Row>();
    for (var event : events) {
      switch (event.type()) {
        case "PayCompleted" -> {
          long order = event.order();
          rows.add(Row.of(INSERT, order));
          rows.add(
              Row.event(
                  order,
                  "{\"eventType\":\"Shipped\",\"id\":%d,\"orderId\":%d,\"process\":\"Shipped\"}"
                      .formatted(order, order)));
        }
        case "PayCancelled" -> rows.add(Row.of(RETURN, event.order()));
        default -> {}
      }
    }
    return rows;
  }
}
