package phoneseller.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresTest {

  @TempDir static Path folder;

  @Test
  void aCommittedRowSurvivesTheSuddenDeathOfTheServer() throws Exception {
    int port = FreePort.find();
    try (var postgres = start(port)) {
      assertThat(ask(postgres, "SHOW fsync")).isEqualTo("on");
      tell(postgres, "CREATE TABLE receipt (id int)");
      tell(postgres, "INSERT INTO receipt VALUES (7)");
      killServer();
    }

    try (var postgres = start(port)) {
      assertThat(ask(postgres, "SELECT id FROM receipt")).isEqualTo("7");
    }
  }

  @Test
  void aServerThatAKilledProcessLeftBehindIsTakenOver() throws Exception {
    int port = FreePort.find();
    Process launcher = launch(port);
    launcher.destroyForcibly().waitFor();
    long orphan = serverPid();
    assertThat(ProcessHandle.of(orphan)).isPresent();

    try (var postgres = start(port)) {
      assertThat(serverPid()).isEqualTo(orphan);
      assertThat(ask(postgres, "SELECT current_user")).isEqualTo("app");
    }
  }

  @Test
  void noServiceEntersTheDatabaseOfAnother() throws Exception {
    try (var postgres = start(FreePort.find())) {
      assertThatThrownBy(() -> DriverManager.getConnection(postgres.url("pay"), "app", "").close())
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("permission denied");
    }
  }

  @Test
  void anUnpackingThatWasCutShortIsDoneAgain() throws Exception {
    Path half = Files.createDirectories(folder.resolve("programs/PG-half/bin"));
    Files.writeString(half.resolve("postgres"), "half");

    start(FreePort.find()).close();

    assertThat(half).doesNotExist();
  }

  private static Postgres start(int port) throws Exception {
    return Postgres.start(folder, port, Redirect.DISCARD);
  }

  private static Process launch(int port) throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx192m",
                "-cp",
                System.getProperty("java.class.path"),
                LocalPostgres.class.getName(),
                "--port",
                String.valueOf(port),
                "--data",
                folder.toString())
            .redirectError(Redirect.DISCARD)
            .start();
    try (var output = process.inputReader()) {
      assertThat(output.lines().anyMatch(line -> line.startsWith("postgres is ready"))).isTrue();
    }
    return process;
  }

  private static void killServer() throws IOException {
    ProcessHandle server = ProcessHandle.of(serverPid()).orElseThrow();
    server.destroyForcibly();
    server.onExit().join();
  }

  private static long serverPid() throws IOException {
    Path file = folder.resolve("data/postmaster.pid");
    return Long.parseLong(Files.readAllLines(file).getFirst().strip());
  }

  private static String ask(Postgres postgres, String question) throws SQLException {
    try (var connection = postgres.database("app").getConnection();
        var statement = connection.createStatement();
        var rows = statement.executeQuery(question)) {
      rows.next();
      return rows.getString(1);
    }
  }

  private static void tell(Postgres postgres, String order) throws SQLException {
    try (var connection = postgres.database("app").getConnection();
        var statement = connection.createStatement()) {
      statement.execute(order);
    }
  }
}
