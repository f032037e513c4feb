package phoneseller.customer.projection;

import static java.util.Locale.ROOT;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

/** Of both sets, a line for each column; those of keys have names that differ. */
final class ViewIndexes {

  private ViewIndexes() {}

  static List<String> of(JdbcTemplate jdbc) {
    return Stream.of("order_view", "timeline", "points_entry")
        .flatMap(table -> Stream.of(table, table + "_2"))
        .flatMap(table -> of(jdbc, table).stream())
        .sorted()
        .toList();
  }

  private static List<String> of(JdbcTemplate jdbc, String table) {
    ConnectionCallback<List<String>> read =
        connection -> {
          var lines = new ArrayList<String>();
          var schema = connection.getMetaData();
          String stored = schema.storesLowerCaseIdentifiers() ? table : table.toUpperCase(ROOT);
          try (var index = schema.getIndexInfo(null, null, stored, false, false)) {
            while (index.next()) {
              if (index.getBoolean("NON_UNIQUE")) {
                lines.add(
                    "%s %s %s"
                        .formatted(
                            index.getString("INDEX_NAME"),
                            index.getString("ORDINAL_POSITION"),
                            index.getString("COLUMN_NAME")));
              }
            }
          }
          return lines;
        };
    return Objects.requireNonNull(jdbc.execute(read));
  }
}
