package phoneseller.system;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import phoneseller.chaos.Shop;

/** Changes the rows of a service behind its back. */
final class Spoiler {

  private final Shop shop;

  Spoiler(Shop shop) {
    this.shop = shop;
  }

  void run(String service, String... statements) {
    String url = "jdbc:postgresql://localhost:" + shop.process("postgres").port() + "/" + service;
    try (var connection = DriverManager.getConnection(url, service, service);
        var statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      for (var sql : statements) {
        statement.execute(sql);
      }
      connection.commit();
    } catch (SQLException e) {
      throw new IllegalStateException(String.join("; ", statements), e);
    }
  }

  /** The row is gone until what this returns is run. */
  List<String> delete(String service, String table, String where) {
    run(
        service,
        "create table kept as select * from " + table + " where " + where,
        "delete from " + table + " where " + where);
    return List.of("insert into " + table + " select * from kept", "drop table kept");
  }
}
