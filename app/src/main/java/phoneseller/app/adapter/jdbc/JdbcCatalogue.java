package phoneseller.app.adapter.jdbc;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import phoneseller.app.domain.Catalogue;
import phoneseller.app.domain.Phone;
import phoneseller.app.domain.PhoneId;
import phoneseller.messaging.PerTransaction;

/** Phones as rows; the demo phones are there only for a shop that shows them. */
@Repository
class JdbcCatalogue implements Catalogue {

  private static final String PHONES =
      """
      select p.*, o.option_no, o.name_ko as option_ko, o.name_en as option_en,
        v.value_no, v.code, v.name_ko as value_ko, v.name_en as value_en
      from phone p
      left join phone_option o on o.phone_id = p.id
      left join phone_option_value v on v.phone_id = o.phone_id and v.option_no = o.option_no
      where %s
      order by p.id, o.option_no, v.value_no\
      """;

  private final JdbcClient client;
  private final String shown;
  private final PerTransaction<Map<String, Optional<Phone>>> named =
      PerTransaction.remembered(HashMap::new);

  JdbcCatalogue(JdbcClient client, @Value("${catalogue.demo}") boolean demo) {
    this.client = client;
    this.shown = demo ? "" : " and p.demo = false";
  }

  @Override
  public List<Phone> page(long offset, int size) {
    var ids =
        client
            .sql(
                "select p.id from phone p where p.id > 0"
                    + shown
                    + " order by p.id offset ? rows fetch next ? rows only")
            .param(offset)
            .param(size)
            .query(Long.class)
            .list();
    return ids.isEmpty()
        ? List.of()
        : phones(sql("p.id between ? and ?").param(ids.getFirst()).param(ids.getLast())).toList();
  }

  @Override
  public long count() {
    return client
        .sql("select count(*) from phone p where p.id > 0" + shown)
        .query(Long.class)
        .single();
  }

  @Override
  public Optional<Phone> find(PhoneId id) {
    return phones(sql("p.id = ?").param(id.value())).findFirst();
  }

  /** Orders of one transaction, many as they may be, see one price. */
  @Override
  public Optional<Phone> named(String name) {
    return TransactionSynchronizationManager.isActualTransactionActive()
        ? named.get().computeIfAbsent(name, this::read)
        : read(name);
  }

  private Optional<Phone> read(String name) {
    return phones(sql("(p.name = ? or p.stock_keeping_name = ?)").param(name).param(name))
        .findFirst();
  }

  private StatementSpec sql(String which) {
    return client.sql(PHONES.formatted(which + shown));
  }

  /** A phone's rows follow one another, one for each value of each of its options. */
  private static Stream<Phone> phones(StatementSpec query) {
    var rows = new LinkedHashMap<Long, List<PhoneRow>>();
    query
        .query(PhoneRow::read)
        .list()
        .forEach(row -> rows.computeIfAbsent(row.id(), _ -> new ArrayList<>()).add(row));
    return rows.values().stream().map(PhoneRow::phone);
  }
}
