package phoneseller.benchmark.bare;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import phoneseller.benchmark.http.HttpClients;
import phoneseller.benchmark.http.HttpServer;
import phoneseller.benchmark.http.Message;

/** Stores an order with its event, asks pay, answers; and notes how each order goes on. */
final class BareApp implements HttpServer.Handler, Feed.Reaction {

  static final List<String> TABLES =
      List.of(
          """
          create table if not exists orders (
            id bigint primary key, customer_id varchar(64) not null, item varchar(200) not null,
            qty bigint not null, price bigint not null, step integer not null,
            status varchar(20) not null, points bigint not null)\
          """);
  private static final String INSERT = "insert into orders values (?, ?, ?, ?, ?, 1, 'Ordered', 0)";
  private static final String UPDATE =
      """
      update orders set status = case when step < ? then ? else status end,
      step = greatest(step, ?), points = points + ? where id = ?\
      """;

  private final AtomicLong last = new AtomicLong();
  private final Commits commits;
  private final HttpClients pay;

  BareApp(Commits commits, HttpClients pay) {
    this.commits = commits;
    this.pay = pay;
  }

  @Override
  public Message answer(Message request) throws IOException {
    return request.method().equals("POST")
        ? place(new Flat(request.body()))
        : cancel(Message.lastNumber(request.path()));
  }

  private Message place(Flat order) throws IOException {
    long id = last.incrementAndGet();
    String customer = order.text("customerId");
    String item = order.text("item");
    long qty = order.number("qty");
    long price = order.number("price");
    String fields =
        "\"id\":%d,\"item\":\"%s\",\"qty\":%d,\"status\":\"Ordered\",\"price\":%d,\"customerId\":\"%s\"}"
            .formatted(id, item, qty, price, customer);
    commits.write(
        List.of(
            Row.of(INSERT, id, customer, item, qty, price),
            Row.event(id, "{\"eventType\":\"Ordered\"," + fields)));
    var payment = "{\"orderId\":%d,\"price\":%d,\"process\":\"Ordered\"}".formatted(id, price);
    if (pay.exchange(Message.request("POST", "/payments", payment)).status() != 201) {
      throw new IOException("no payment for order " + id);
    }
    return Message.answer(201, "Location: /orders/" + id + "\r\n", "{" + fields);
  }

  private Message cancel(long order) {
    var event = "{\"eventType\":\"OrderCancelled\",\"id\":%d}".formatted(order);
    commits.write(List.of(update(order, Status.ORDER_CANCELLED, 0), Row.event(order, event)));
    return Message.answer(200, "", event);
  }

  @Override
  public List<Row> rows(List<Flat> events) {
    return Progress.of(events).stream()
        .map(progress -> update(progress.order, progress.status, progress.points))
        .toList();
  }

  private static Row update(long order, Status status, long points) {
    int step = status.step();
    return Row.of(UPDATE, step, status.wire(), step, points, order);
  }
}
