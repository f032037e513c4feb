package phoneseller.benchmark.bare;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import phoneseller.benchmark.http.HttpServer;
import phoneseller.benchmark.http.Message;

/** Answers from the view: one order, the newest of a customer, the first page. */
final class BareView implements HttpServer.Handler {

  private static final int READERS = 4;
  private static final String COLUMNS =
      "select order_id, customer_id, item, qty, price, status, points from order_view ";

  private record Reader(
      PreparedStatement order, PreparedStatement customer, PreparedStatement page) {}

  private final BlockingQueue<Reader> readers = new ArrayBlockingQueue<>(READERS);

  BareView(Database database) throws SQLException {
    for (int i = 0; i < READERS; i++) {
      var connection = database.open();
      connection.setAutoCommit(true);
      readers.add(
          new Reader(
              connection.prepareStatement(COLUMNS + "where order_id = ?"),
              connection.prepareStatement(
                  COLUMNS + "where customer_id = ? order by order_id desc limit 20"),
              connection.prepareStatement(COLUMNS + "order by order_id limit 20")));
    }
  }

  @Override
  public Message answer(Message request) throws Exception {
    String path = request.path();
    var reader = readers.take();
    try {
      String value = path.substring(path.indexOf('=') + 1);
      if (path.contains("findByOrderId")) {
        reader.order.setLong(1, Long.parseLong(value));
        return rows(reader.order);
      }
      if (path.contains("findByCustomerId")) {
        reader.customer.setString(1, value);
        return rows(reader.customer);
      }
      return rows(reader.page);
    } finally {
      readers.add(reader);
    }
  }

  private static Message rows(PreparedStatement statement) throws SQLException {
    var json = new StringBuilder("{\"_embedded\":{\"customers\":[");
    try (var rows = statement.executeQuery()) {
      for (String between = ""; rows.next(); between = ",") {
        json.append(between).append(row(rows));
      }
    }
    return Message.answer(200, "", json.append("]}}").toString());
  }

  private static String row(ResultSet row) throws SQLException {
    long points = row.getLong(7);
    return "{\"orderId\":%d,\"customerId\":\"%s\",\"item\":\"%s\",\"qty\":%d,\"price\":%d,\"status\":\"%s\",\"point\":%s}"
        .formatted(
            row.getLong(1),
            row.getString(2),
            row.getString(3),
            row.getLong(4),
            row.getLong(5),
            row.getString(6),
            points == 0 && !row.getString(6).equals("PayCancelled") ? "null" : "" + points);
  }
}
