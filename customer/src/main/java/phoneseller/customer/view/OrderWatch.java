package phoneseller.customer.view;

import java.time.Duration;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** What one reader has heard of an order since it began to watch. */
public final class OrderWatch implements AutoCloseable {

  private static final int UNKNOWN = -1;

  private final long order;
  private final Duration pace;
  private final Consumer<OrderWatch> end;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition news = lock.newCondition();
  private final Set<Step> heard = EnumSet.noneOf(Step.class);
  private boolean moved;
  private int entries = UNKNOWN;
  private volatile long asked = System.nanoTime();

  OrderWatch(long order, Duration pace, Consumer<OrderWatch> end) {
    this.order = order;
    this.pace = pace;
    this.end = end;
  }

  /** Waits until the order may have other than these entries; false when time is up. */
  public boolean moves(int known, Duration atMost) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      boolean news = await(() -> moved || (entries != UNKNOWN && entries != known), atMost);
      moved = false;
      entries = UNKNOWN;
      return news;
    } finally {
      lock.unlock();
    }
  }

  /** Makes whoever waits look for itself. */
  public void wake() {
    tell(() -> moved = true);
  }

  /** Waits for the step; false when it does not come in time. */
  boolean hears(Step step, Duration atMost) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      return await(() -> heard.contains(step), atMost);
    } finally {
      lock.unlock();
    }
  }

  void committed(Step step) {
    tell(() -> {
      heard.add(step);
      moved = true;
    });
  }

  /** All that the view has of the order. */
  void found(Collection<Step> steps, long when) {
    asked = when;
    tell(() -> {
      heard.addAll(steps);
      entries = steps.size();
    });
  }

  long order() {
    return order;
  }

  boolean isDue(long now) {
    return now - asked >= pace.toNanos();
  }

  private void tell(Runnable what) {
    lock.lock();
    try {
      what.run();
      news.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Holding the lock. */
  private boolean await(BooleanSupplier condition, Duration atMost) throws InterruptedException {
    long left = atMost.toNanos();
    while (!condition.getAsBoolean()) {
      if (left <= 0) {
        return false;
      }
      left = news.awaitNanos(left);
    }
    return true;
  }

  @Override
  public void close() {
    end.accept(this);
  }
}
