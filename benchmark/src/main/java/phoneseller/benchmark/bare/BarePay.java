package phoneseller.benchmark.bare;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import phoneseller.benchmark.http.HttpClients;
import phoneseller.benchmark.http.HttpServer;
import phoneseller.benchmark.http.Message;

/** Stores a payment with its event; takes the points back before it undoes one. */
final class BarePay implements HttpServer.Handler, Feed.Reaction {

  static final List<String> TABLES =
      List.of(
          """
          create table if not exists payment (
            order_id bigint primary key, price bigint not null, process varchar(20) not null)\
          """);
  static final String INSERT = "insert into payment values (?, ?, 'Payed')";
  private static final String UNDO =
      "update payment set price = 0, process = 'PayCancelled' where order_id = ?";

  private final ExecutorService calls = Executors.newVirtualThreadPerTaskExecutor();
  private final Commits commits;
  private final HttpClients reward;

  BarePay(Commits commits, HttpClients reward) {
    this.commits = commits;
    this.reward = reward;
  }

  @Override
  public Message answer(Message request) {
    var payment = new Flat(request.body());
    long order = payment.number("orderId");
    long price = payment.number("price");
    var event =
        "{\"eventType\":\"PayCompleted\",\"id\":%d,\"orderId\":%d,\"price\":%d,\"process\":\"Payed\"}"
            .formatted(order, order, price);
    commits.write(List.of(Row.of(INSERT, order, price), Row.event(order, event)));
    return Message.answer(201, "Location: /payments/" + order + "\r\n", event);
  }

  @Override
  public List<Row> rows(List<Flat> events) throws Exception {
    var cancelled =
        events.stream()
            .filter(event -> event.type().equals("OrderCancelled"))
            .map(Flat::order)
            .toList();
    List<Callable<Message>> reclaims =
        cancelled.stream().map(order -> (Callable<Message>) () -> reclaim(order)).toList();
    for (var answer : calls.invokeAll(reclaims)) {
      answer.get();
    }
    var rows = new ArrayList<Row>();
    for (long order : cancelled) {
      rows.add(Row.of(UNDO, order));
      rows.add(
          Row.event(
              order,
              "{\"eventType\":\"PayCancelled\",\"id\":%d,\"orderId\":%d,\"price\":0,\"process\":\"PayCancelled\"}"
                  .formatted(order, order)));
    }
    return rows;
  }

  private Message reclaim(long order) throws Exception {
    var body = "{\"orderId\":%d,\"process\":\"PayCancelled\"}".formatted(order);
    return reward.exchange(Message.request("POST", "/rewards", body));
  }
}
