package phoneseller.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import phoneseller.chaos.Member;

/**
 * The embedded databases, with the shop's settings, keep every acknowledged commit over SIGKILL.
 */
@Order(3)
class CommitsSurviveIT {

  /** Short, so that the file's space is used again within the test. */
  private static final String H2 = ";WRITE_DELAY=0;RETENTION_TIME=200;DB_CLOSE_ON_EXIT=FALSE";

  private static final String HSQLDB =
      ";hsqldb.write_delay=false;hsqldb.tx=mvcc;hsqldb.lock_file=false"
          + ";hsqldb.default_table_type=cached";

  @ParameterizedTest
  @CsvSource({"h2, 3000", "h2, 8000", "h2, 15000", "hsqldb, 300", "hsqldb, 1000"})
  void everyAcknowledgedCommitIsThereAfterAKill(String engine, int commits, @TempDir Path folder)
      throws IOException, SQLException {
    String url =
        "jdbc:" + engine + ":file:" + folder.resolve("kept") + (engine.equals("h2") ? H2 : HSQLDB);
    Path notes = folder.resolve("notes");
    var acknowledged = Committer.notes(notes);
    var process = new Member("committer", 0, command(url, notes), Map.of(), folder);
    process.start();
    await()
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(5))
        .failFast(() -> !process.alive())
        .until(() -> acknowledged.get(commits / 2) > 0);
    process.kill();

    var lost = new ArrayList<Integer>();
    try (var connection = DriverManager.getConnection(url, "sa", "");
        var step = connection.prepareStatement("select step from kept where id = ?")) {
      for (int id = 0; id < Committer.MOST; id++) {
        int noted = acknowledged.get(id);
        if (noted > 0) {
          step.setInt(1, id);
          try (var row = step.executeQuery()) {
            if (!row.next() || row.getInt(1) < noted) {
              lost.add(id);
            }
          }
        }
      }
    }
    assertThat(lost).isEmpty();
  }

  private static List<String> command(String url, Path notes) {
    return List.of(
        "-Xmx128m",
        "-cp",
        System.getProperty("java.class.path"),
        "phoneseller.system.Committer",
        url,
        notes.toString());
  }
}
