package phoneseller.benchmark;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import phoneseller.benchmark.bare.Database;
import phoneseller.chaos.Member;

/** What is measured: it takes orders at its gateway, and its view says when one is complete. */
interface Contender extends AutoCloseable {

  List<Member> processes();

  Setting setting();

  /** Its data and logs. */
  default Path folder() {
    return setting().folder();
  }

  /** Starts a process again, as it was started at first. */
  void start(String name);

  /** The folder of a service's embedded database. */
  Path files(String service);

  /** Of a service; one that is embedded in the service can be opened while that is stopped. */
  default Connection database(String service) throws SQLException {
    return (setting().postgres()
            ? Database.onPostgres(process("postgres").port(), service)
            : Database.onFiles(files(service).toString(), service))
        .open();
  }

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
