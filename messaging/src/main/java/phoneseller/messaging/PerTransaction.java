package phoneseller.messaging;

import java.util.function.Consumer;
import java.util.function.Supplier;
import org.springframework.core.Ordered;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What one transaction gathers. It is handed over just before the commit, in a transaction that
 * does commit, and forgotten with it; a transaction within gathers its own.
 */
public final class PerTransaction<T> {

  private final Supplier<T> opening;
  private final Consumer<? super T> beforeCommit;
  private final Runnable afterCommit;
  private final int order;

  private PerTransaction(
      Supplier<T> opening, Consumer<? super T> beforeCommit, Runnable afterCommit, int order) {
    this.opening = opening;
    this.beforeCommit = beforeCommit;
    this.afterCommit = afterCommit;
    this.order = order;
  }

  /** Remembered until the transaction ends, for those that are part of it. */
  public static <T> PerTransaction<T> remembered(Supplier<T> opening) {
    return new PerTransaction<>(opening, _ -> {}, () -> {}, Ordered.LOWEST_PRECEDENCE);
  }

  /** Rows that are written together before the commit, ahead of the events that tell of them. */
  public static <T> PerTransaction<T> written(Supplier<T> opening, Consumer<? super T> write) {
    return new PerTransaction<>(opening, write, () -> {}, Ordered.LOWEST_PRECEDENCE - 1);
  }

  /** Events, which are written behind all rows. */
  static <T> PerTransaction<T> told(
      Supplier<T> opening, Consumer<? super T> write, Runnable committed) {
    return new PerTransaction<>(opening, write, committed, Ordered.LOWEST_PRECEDENCE);
  }

  /**
   * What the open transaction has gathered so far.
   *
   * @throws IllegalStateException when no transaction is open
   */
  @SuppressWarnings("unchecked")
  public T get() {
    if (!TransactionSynchronizationManager.isActualTransactionActive()) {
      throw new IllegalStateException("This is part of a transaction, and none is open.");
    }
    if (TransactionSynchronizationManager.getResource(this)
        instanceof PerTransaction<?>.Open open) {
      return (T) open.gathered;
    }
    var opened = new Open();
    TransactionSynchronizationManager.bindResource(this, opened);
    TransactionSynchronizationManager.registerSynchronization(opened);
    return opened.gathered;
  }

  private final class Open implements TransactionSynchronization {

    private final T gathered = opening.get();

    @Override
    public int getOrder() {
      return order;
    }

    @Override
    public void beforeCommit(boolean readOnly) {
      beforeCommit.accept(gathered);
    }

    @Override
    public void afterCommit() {
      afterCommit.run();
    }

    @Override
    public void suspend() {
      TransactionSynchronizationManager.unbindResource(PerTransaction.this);
    }

    @Override
    public void resume() {
      TransactionSynchronizationManager.bindResource(PerTransaction.this, this);
    }

    @Override
    public void beforeCompletion() {
      TransactionSynchronizationManager.unbindResource(PerTransaction.this);
    }
  }
}
