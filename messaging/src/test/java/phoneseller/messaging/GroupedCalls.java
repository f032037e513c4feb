package phoneseller.messaging;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongConsumer;
import java.util.stream.LongStream;
import org.awaitility.Awaitility;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionManager;
import org.springframework.transaction.annotation.AnnotationTransactionAttributeSource;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionInterceptor;
import org.springframework.transaction.support.DefaultTransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

/** A use case whose calls share commits, on a database. */
final class GroupedCalls implements AutoCloseable {

  /** Stores a row of this id, and gives the id back. */
  interface Notes {
    @Transactional(label = GroupCommit.LABEL)
    long write(long id);
  }

  private static final Gathering GATHERING =
      new Gathering(Duration.ofSeconds(2), Duration.ofSeconds(2));

  final Notes notes;
  private final HikariDataSource database = Database.H2.create();
  private final JdbcTemplate jdbc = new JdbcTemplate(database);
  private final Commits transactions = new Commits(database);
  private final GroupCommit groups;
  private final ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();
  private final AtomicInteger returned = new AtomicInteger();
  private final CountDownLatch firstRuns = new CountDownLatch(1);
  private final CountDownLatch firstMayGoOn = new CountDownLatch(1);

  /** A transaction manager whose commits are counted, and can be made to fail. */
  private static final class Commits extends JdbcTransactionManager {

    private static final long serialVersionUID = 1;
    private transient Runnable before = () -> {};
    private int count;

    Commits(HikariDataSource database) {
      super(database);
    }

    @Override
    protected void doCommit(DefaultTransactionStatus status) {
      before.run();
      super.doCommit(status);
      count++;
    }
  }

  /**
   * @param within is done in each call's transaction, behind its row
   * @param patience of a call that waits to be begun
   */
  GroupedCalls(LongConsumer within, Duration patience) {
    groups = new GroupCommit(() -> new TransactionTemplate(transactions), patience, GATHERING);
    jdbc.execute("create table note (id bigint primary key)");
    Notes target =
        id -> {
          if (id == 0) {
            firstRuns.countDown();
            waitFor(firstMayGoOn);
          }
          jdbc.update("insert into note (id) values (?)", id);
          within.accept(id);
          return id;
        };
    var proxy = new ProxyFactory(target);
    proxy.setInterfaces(Notes.class);
    proxy.addAdvice(groups);
    proxy.addAdvice(
        new TransactionInterceptor(
            (TransactionManager) transactions, new AnnotationTransactionAttributeSource()));
    notes = (Notes) proxy.getProxy();
  }

  /** The calls of these ids, all of which come in while that of 0 runs. */
  List<Future<Long>> meeting(long... ids) {
    var first = begin();
    var others = together(ids);
    letTheFirstGoOn();
    Awaitility.await().atMost(Duration.ofSeconds(30)).until(first::isDone);
    return others;
  }

  /** Calls that come in before any of them is begun. */
  List<Future<Long>> together(long... ids) {
    var calls = LongStream.of(ids).mapToObj(id -> call(id)).toList();
    Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> groups.waiting() == ids.length);
    return calls;
  }

  /** The call of 0, which runs until it may go on. */
  Future<Long> begin() {
    var first = call(0);
    waitFor(firstRuns);
    return first;
  }

  void letTheFirstGoOn() {
    firstMayGoOn.countDown();
  }

  Future<Long> call(long id) {
    return callers.submit(() -> {
      long result = notes.write(id);
      returned.incrementAndGet();
      return result;
    });
  }

  /** How many of the calls that met have returned. */
  int returned() {
    return returned.get();
  }

  void beforeEachCommit(Runnable what) {
    transactions.before = what;
  }

  int commits() {
    return transactions.count;
  }

  List<Long> rows() {
    return jdbc.queryForList("select id from note order by id", Long.class);
  }

  private static void waitFor(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    callers.close();
    database.close();
  }
}
