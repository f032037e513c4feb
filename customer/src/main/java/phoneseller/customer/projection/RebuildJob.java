package phoneseller.customer.projection;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import phoneseller.customer.projection.RebuildClaim.State;

/** Runs rebuilds, one at a time, beside everything else that this instance does. */
@Component
class RebuildJob implements DisposableBean {

  private static final Logger log = LoggerFactory.getLogger(RebuildJob.class);
  private static final long LAST_WORDS_MILLIS = 5000;

  private final Rebuild rebuild;
  private final RebuildClaim claims;
  private final TransactionTemplate transaction;
  private final String instance;
  private final AtomicBoolean running = new AtomicBoolean();
  private volatile boolean stopping;
  private volatile @Nullable Thread thread;

  RebuildJob(
      Rebuild rebuild,
      RebuildClaim claims,
      PlatformTransactionManager transactions,
      @Value("${phoneseller.messaging.instance}") String instance) {
    this.rebuild = rebuild;
    this.claims = claims;
    this.transaction = new TransactionTemplate(transactions);
    this.instance = instance;
  }

  /** Whether it has begun; not while another one runs, on whatever instance. */
  boolean begin(boolean force) throws InterruptedException {
    var last = thread;
    if (last != null && claims.standing().state() != State.RUNNING) {
      last.join(LAST_WORDS_MILLIS);
    }
    if (!running.compareAndSet(false, true)) {
      return false;
    }
    Optional<Long> claim = Optional.empty();
    try {
      claim = transaction.execute(_ -> claims.take(instance));
    } finally {
      running.set(claim.isPresent());
    }
    claim.ifPresent(
        number -> thread = Thread.ofVirtual().name("rebuild").start(() -> run(number, force)));
    return claim.isPresent();
  }

  private void run(long claim, boolean force) {
    try {
      log.info("a rebuild of the view begins");
      rebuild.run(claim, force, () -> stopping);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      log.warn("the end of a rebuild could not be noted: {}", e.toString());
    } finally {
      running.set(false);
    }
  }

  @Override
  public void destroy() throws InterruptedException {
    stopping = true;
    var last = thread;
    if (last != null) {
      last.join(LAST_WORDS_MILLIS);
    }
  }
}
