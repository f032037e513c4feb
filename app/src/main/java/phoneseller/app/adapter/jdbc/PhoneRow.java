package phoneseller.app.adapter.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import phoneseller.app.domain.Phone;
import phoneseller.app.domain.PhoneId;
import phoneseller.app.domain.PhoneOption;
import phoneseller.app.domain.Won;
import phoneseller.app.domain.Wording;

/**
 * A phone with one value of one of its options.
 *
 * @param phone without any option
 */
record PhoneRow(Phone phone, @Nullable Wording option, PhoneOption.@Nullable Value value) {

  static PhoneRow read(ResultSet row, int number) throws SQLException {
    var phone =
        new Phone(
            new PhoneId(row.getLong("id")),
            row.getString("name"),
            row.getString("stock_keeping_name"),
            row.getString("brand"),
            new Won(row.getLong("unit_price")),
            List.of(),
            wording(row, "description"),
            row.getString("picture"),
            row.getBoolean("demo"));
    return row.getString("code") == null
        ? new PhoneRow(phone, null, null)
        : new PhoneRow(
            phone,
            wording(row, "option"),
            new PhoneOption.Value(row.getString("code"), wording(row, "value")));
  }

  long id() {
    return phone.id().value();
  }

  /** The phone of these rows, with its options in their order. */
  static Phone phone(List<PhoneRow> rows) {
    var options = new LinkedHashMap<Wording, List<PhoneOption.Value>>();
    for (var row : rows) {
      if (row.option != null && row.value != null) {
        options.computeIfAbsent(row.option, _ -> new ArrayList<>()).add(row.value);
      }
    }
    var bare = rows.getFirst().phone;
    return new Phone(
        bare.id(),
        bare.name(),
        bare.stockKeepingName(),
        bare.brand(),
        bare.unitPrice(),
        options.entrySet().stream()
            .map(option -> new PhoneOption(option.getKey(), option.getValue()))
            .toList(),
        bare.description(),
        bare.picture(),
        bare.demo());
  }

  private static Wording wording(ResultSet row, String name) throws SQLException {
    return new Wording(row.getString(name + "_ko"), row.getString(name + "_en"));
  }
}
