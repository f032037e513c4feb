package phoneseller.messaging;

import java.util.function.Supplier;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.ProxyMethodInvocation;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Repeats work that lost a race against another writer of the same rows. Every
 * {@code @Transactional} method that opens its transaction itself is repeated so.
 */
public final class Race {

  private static final int ATTEMPTS = 10;

  private Race() {}

  /** Runs the work, which opens its own transaction, until it has won or lost ten times. */
  public static <T extends @Nullable Object> T untilWon(Supplier<T> work) {
    return untilWon(work, work);
  }

  /** The same for work that knows what it starts from, and has to look when it has lost. */
  public static <T extends @Nullable Object> T untilWon(Supplier<T> first, Supplier<T> again) {
    for (int attempt = 1; ; attempt++) {
      try {
        return (attempt == 1 ? first : again).get();
      } catch (ConcurrencyFailureException | DuplicateKeyException e) {
        if (attempt == ATTEMPTS) {
          throw e;
        }
      }
    }
  }

  static @Nullable Object repeat(MethodInvocation invocation) throws Throwable {
    if (TransactionSynchronizationManager.isActualTransactionActive()) {
      return invocation.proceed();
    }
    for (int attempt = 1; ; attempt++) {
      try {
        return ((ProxyMethodInvocation) invocation).invocableClone().proceed();
      } catch (ConcurrencyFailureException | DuplicateKeyException e) {
        if (attempt == ATTEMPTS) {
          throw e;
        }
      }
    }
  }
}
