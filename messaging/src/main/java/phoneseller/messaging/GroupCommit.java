package phoneseller.messaging;

import java.lang.reflect.UndeclaredThrowableException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.ProxyMethodInvocation;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import phoneseller.http.Correlation;

/**
 * Lets concurrent calls share one commit, and each return only once that has happened. The first
 * caller leads: it runs, on its own thread, whatever has come in while the commit before was under
 * way and, where several shared that one, a moment longer. A call alone waits for nobody. When the
 * group fails, each of its calls is tried alone, so that none fails for another's fault.
 */
public final class GroupCommit implements MethodInterceptor {

  /** The label of {@code @Transactional} methods, short and without calls to others, that share. */
  public static final String LABEL = "group-commit";

  private static final int LARGEST = 128;

  private final Supplier<TransactionOperations> transaction;
  private final Duration patience;
  private final Gathering gathering;
  private final Lock lock = new ReentrantLock();
  private final Queue<Call> waiting = new ArrayDeque<>();
  private boolean led;
  private volatile long notBefore = System.nanoTime();

  /**
   * @param patience how long a call waits to be begun
   */
  GroupCommit(Supplier<TransactionOperations> transaction, Duration patience, Gathering gathering) {
    this.transaction = transaction;
    this.patience = patience;
    this.gathering = gathering;
  }

  private sealed interface Turn {
    record Lead() implements Turn {}

    record Committed(@Nullable Object result) implements Turn {}

    record Failed(Throwable cause) implements Turn {}

    record Alone() implements Turn {}
  }

  @Override
  public @Nullable Object invoke(MethodInvocation invocation) throws Throwable {
    if (TransactionSynchronizationManager.isActualTransactionActive()) {
      return invocation.proceed();
    }
    var call = new Call((ProxyMethodInvocation) invocation, Correlation.current());
    var turn = arrives(call) ? new Turn.Lead() : awaited(call);
    return switch (turn instanceof Turn.Lead ? lead(call) : turn) {
      case Turn.Committed(var result) -> result;
      case Turn.Failed(var cause) -> throw cause;
      case Turn.Alone(), Turn.Lead() -> invocation.proceed();
    };
  }

  /** Whether it has to lead. */
  private boolean arrives(Call call) {
    lock.lock();
    try {
      waiting.add(call);
      boolean first = !led;
      led = true;
      return first;
    } finally {
      lock.unlock();
    }
  }

  /**
   * A call that is not even begun in time is refused, as one that finds no connection is.
   *
   * @throws CannotCreateTransactionException when nothing was done
   */
  private Turn awaited(Call call) {
    try {
      return call.turn.get(patience.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (TimeoutException | ExecutionException e) {
      // it has waited long enough
    }
    if (leaves(call)) {
      throw new CannotCreateTransactionException("the commit before takes too long");
    }
    return call.turn.join();
  }

  /** Whether it still can: nobody has begun it. */
  private boolean leaves(Call call) {
    lock.lock();
    try {
      return !call.turn.isDone() && waiting.remove(call);
    } finally {
      lock.unlock();
    }
  }

  /** The leader's call is the first of its group, and its own turn is what the others' is. */
  private Turn lead(Call own) {
    letOthersCome();
    var group = group();
    Function<Call, Turn> turns;
    try {
      turns = committed(group);
    } finally {
      notBefore = System.nanoTime() + gathering.after(group.size()).toNanos();
      handOver();
    }
    group.forEach(call -> call.turn.complete(turns.apply(call)));
    return turns.apply(own);
  }

  private void letOthersCome() {
    long rest = notBefore - System.nanoTime();
    if (rest > 0) {
      LockSupport.parkNanos(rest);
    }
  }

  private List<Call> group() {
    lock.lock();
    try {
      var group = new ArrayList<Call>();
      while (group.size() < LARGEST && !waiting.isEmpty()) {
        group.add(waiting.remove());
      }
      return group;
    } finally {
      lock.unlock();
    }
  }

  /** Calls that have come in while the commit before them is under way. */
  int waiting() {
    lock.lock();
    try {
      return waiting.size();
    } finally {
      lock.unlock();
    }
  }

  private void handOver() {
    lock.lock();
    try {
      var next = waiting.peek();
      led = next != null;
      if (next != null) {
        next.turn.complete(new Turn.Lead());
      }
    } finally {
      lock.unlock();
    }
  }

  private Function<Call, Turn> committed(List<Call> group) {
    try {
      transaction.get().executeWithoutResult(_ -> group.forEach(Call::run));
      return call -> new Turn.Committed(call.result);
    } catch (Throwable e) {
      return group.size() == 1 || isEverybodys(e) ? _ -> new Turn.Failed(e) : _ -> new Turn.Alone();
    }
  }

  /** No repetition would help, or it might do twice what is perhaps done. */
  private static boolean isEverybodys(Throwable failure) {
    return failure instanceof CommitOutcomeUnknown
        || (PassingCause.of(failure) && !(failure instanceof ConcurrencyFailureException));
  }

  private static final class Call {

    private final ProxyMethodInvocation invocation;
    private final Correlation correlation;
    private final CompletableFuture<Turn> turn = new CompletableFuture<>();
    private @Nullable Object result;

    Call(ProxyMethodInvocation invocation, Correlation correlation) {
      this.invocation = invocation;
      this.correlation = correlation;
    }

    void run() {
      try (var _ = correlation.open()) {
        result = invocation.invocableClone().proceed();
      } catch (RuntimeException | Error e) {
        throw e;
      } catch (Throwable e) {
        throw new UndeclaredThrowableException(e);
      }
    }
  }
}
