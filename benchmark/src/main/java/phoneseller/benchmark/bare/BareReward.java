package phoneseller.benchmark.bare;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import phoneseller.benchmark.http.HttpServer;
import phoneseller.benchmark.http.Message;

/** Grants a tenth of the price as points, and takes it back. */
final class BareReward implements HttpServer.Handler, Feed.Reaction {

  static final List<String> TABLES =
      List.of(
          """
          create table if not exists ledger (
            order_id bigint not null, point bigint not null, process varchar(20) not null,
            primary key (order_id, process))\
          """);
  private static final String INSERT = "insert into ledger values (?, ?, ?)";

  private final Map<Long, Long> granted = new ConcurrentHashMap<>();
  private final Commits commits;

  BareReward(Commits commits) {
    this.commits = commits;
  }

  @Override
  public Message answer(Message request) {
    long order = new Flat(request.body()).number("orderId");
    long point = -granted.getOrDefault(order, 0L);
    commits.write(entry(order, point, "PayCancelled", "RewardCancelled"));
    return Message.answer(201, "", "{}");
  }

  @Override
  public List<Row> rows(List<Flat> events) {
    var rows = new ArrayList<Row>();
    for (var event : events) {
      if (event.type().equals("PayCompleted")) {
        long point = event.number("price") / 10;
        granted.put(event.order(), point);
        rows.addAll(entry(event.order(), point, "Payed", "RewardCompleted"));
      }
    }
    return rows;
  }

  private static List<Row> entry(long order, long point, String process, String event) {
    return List.of(
        Row.of(INSERT, order, point, process),
        Row.event(
            order,
            "{\"eventType\":\"%s\",\"id\":%d,\"orderId\":%d,\"point\":%d,\"process\":\"%s\"}"
                .formatted(event, order, order, point, process)));
  }
}
