package phoneseller.benchmark.bare;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * The only writer of a database: all that waits is written in one transaction, and whoever asked
 * goes on when it is on the disk. A write that fails ends the process.
 */
final class Commits {

  private static final int MOST = 1_000;

  private record Job(List<Row> rows, CompletableFuture<Void> done) {}

  private final BlockingQueue<Job> jobs = new LinkedBlockingQueue<>();
  private final Map<String, PreparedStatement> statements = new HashMap<>();
  private final Connection connection;
  private final Runnable afterwards;

  Commits(Database database, Runnable afterwards) throws SQLException {
    this.connection = database.open();
    this.afterwards = afterwards;
  }

  void start() {
    Thread.ofPlatform().name("commits").start(() -> Ending.onFailure(this::run));
  }

  /** Returns when the rows are on the disk. */
  void write(List<Row> rows) {
    var job = new Job(rows, new CompletableFuture<>());
    jobs.add(job);
    job.done.join();
  }

  /** How many wait for their commit to begin. */
  int waiting() {
    return jobs.size();
  }

  private void run() throws Exception {
    var group = new ArrayList<Job>();
    while (true) {
      group.add(jobs.take());
      jobs.drainTo(group, MOST);
      write(group);
      afterwards.run();
      group.forEach(job -> job.done.complete(null));
      group.clear();
    }
  }

  private void write(Iterable<Job> group) throws SQLException {
    var used = new LinkedHashSet<PreparedStatement>();
    for (var job : group) {
      for (var row : job.rows) {
        used.add(add(row));
      }
    }
    for (var statement : used) {
      statement.executeBatch();
    }
    connection.commit();
  }

  private PreparedStatement add(Row row) throws SQLException {
    var statement = statements.get(row.sql());
    if (statement == null) {
      statement = connection.prepareStatement(row.sql());
      statements.put(row.sql(), statement);
    }
    int column = 1;
    for (var value : row.values()) {
      statement.setObject(column++, value);
    }
    statement.addBatch();
    return statement;
  }
}
