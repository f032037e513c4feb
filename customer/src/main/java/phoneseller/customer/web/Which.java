package phoneseller.customer.web;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import phoneseller.customer.view.OrderStatus;

/** Which orders are asked for: a customer's or everybody's, with one status or with any. */
record Which(@Nullable CustomerId customer, @Nullable OrderStatus status) {

  /** Each kind has an index: the columns that are the same in all its rows, then the order. */
  String rows(String direction) {
    var order = new ArrayList<>(columns());
    order.add("order_id");
    return "select * from order_view#"
        + (columns().isEmpty() ? "" : " where " + conditions())
        + order.stream()
            .map(column -> column + " " + direction)
            .collect(Collectors.joining(", ", " order by ", ""))
        + " offset ? rows fetch next ? rows only";
  }

  String rowsAfter() {
    return "select * from order_view# where "
        + (columns().isEmpty() ? "" : conditions() + " and ")
        + "order_id > ? order by order_id fetch first ? rows only";
  }

  /** Of the counts that are kept. */
  String total() {
    var count = "select sum(" + (status == null ? "orders" : status.column()) + ") from ";
    return count + (customer == null ? "view_totals#" : "customer_totals# where customer_id = ?");
  }

  List<Object> totalParameters() {
    return customer == null ? List.of() : List.of(customer.value());
  }

  List<Object> rowParameters() {
    var parameters = new ArrayList<>(totalParameters());
    if (status != null) {
      parameters.add(status.wire());
    }
    return parameters;
  }

  private List<String> columns() {
    var columns = new ArrayList<String>();
    if (customer != null) {
      columns.add("customer_id");
    }
    if (status != null) {
      columns.add("status");
    }
    return columns;
  }

  private String conditions() {
    return columns().stream().map(column -> column + " = ?").collect(Collectors.joining(" and "));
  }
}
