package phoneseller.messaging;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.dao.TransientDataAccessResourceException;

/**
 * The commits of this process that have begun and not returned. Embedded engines show others what a
 * commit has changed before it is on the disk, where a kill still undoes it; so whoever tells the
 * world of what it has read waits first for all that were under way then.
 */
public final class CommitsUnderWay {

  private static final Duration PATIENCE = Duration.ofSeconds(1);

  private final Set<CompletableFuture<Void>> commits = ConcurrentHashMap.newKeySet();

  /** Ends when the commit has returned, well or not. */
  public interface Commit extends AutoCloseable {
    @Override
    void close();
  }

  /**
   * Returns when no kill undoes any more what this process has read so far.
   *
   * @throws TransientDataAccessResourceException when that takes more than a second
   */
  public void await() {
    if (!haveReturned()) {
      throw new TransientDataAccessResourceException("a commit does not return");
    }
  }

  public Commit begin() {
    var commit = new CompletableFuture<Void>();
    commits.add(commit);
    return () -> {
      commit.complete(null);
      commits.removeIf(CompletableFuture::isDone);
    };
  }

  /** Waits for those that are under way now, and says whether they have returned in a second. */
  boolean haveReturned() {
    return haveReturned(PATIENCE);
  }

  boolean haveReturned(Duration atMost) {
    var all = CompletableFuture.allOf(List.copyOf(commits).toArray(CompletableFuture<?>[]::new));
    try {
      all.get(atMost.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } catch (TimeoutException | ExecutionException e) {
      return false;
    }
  }
}
