package phoneseller.benchmark;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import phoneseller.chaos.Member;

/** What is measured: it takes orders at its gateway, and its view says when one is complete. */
interface Contender extends AutoCloseable {

  List<Member> processes();

  Setting setting();

  /** Its data and logs. */
  default Path folder() {
    return setting().folder();
  }

  /** Of a service; one that is embedded in the service can be opened while that is stopped. */
  Connection database(String service) throws SQLException;

  default Member process(String name) {
    return processes().stream()
        .filter(process -> process.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  default int gateway() {
    return process("gateway").port();
  }

  default String broker() {
    return "127.0.0.1:" + process("kafka").port();
  }

  @Override
  void close();
}
