package phoneseller.customer.projection;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import phoneseller.contracts.ShopEvent;
import phoneseller.customer.projection.Comparison.Suspects;
import phoneseller.customer.projection.RebuildClaim.State;
import phoneseller.customer.projection.Refill.Permission;
import phoneseller.customer.projection.Refill.Progress;
import phoneseller.customer.projection.Refill.Room;
import phoneseller.customer.view.ActiveSet;
import phoneseller.customer.view.TableSet;
import phoneseller.messaging.TopicReader;
import phoneseller.messaging.TopicReaders;

/**
 * Makes the view anew from all that the topic has: fills the inactive set of tables up to where the
 * running view stands, compares the two, and makes the new one the view in one transaction. Until
 * then the running view answers and moves on as ever; a rebuild that ends anywhere before has
 * changed nothing.
 */
@Component
class Rebuild {

  private static final Logger log = LoggerFactory.getLogger(Rebuild.class);
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration STANDSTILL = Duration.ofSeconds(3);
  private static final int NEARLY = 2000;
  private static final int ATTEMPTS = 10;

  private final TopicReaders<ShopEvent> topic;
  private final TransactionTemplate transaction;
  private final Projection projection;
  private final ViewPositions positions;
  private final ActiveSet sets;
  private final NewView newView;
  private final Comparison comparison;
  private final RebuildClaim claims;

  Rebuild(
      TopicReaders<ShopEvent> topic,
      PlatformTransactionManager transactions,
      Projection projection,
      ViewPositions positions,
      ActiveSet sets,
      NewView newView,
      Comparison comparison,
      RebuildClaim claims) {
    this.topic = topic;
    this.transaction = new TransactionTemplate(transactions);
    this.projection = projection;
    this.positions = positions;
    this.sets = sets;
    this.newView = newView;
    this.comparison = comparison;
    this.claims = claims;
  }

  /**
   * @param force swap although the new view will lack something that the topic has lost
   * @param stop asked between the steps
   */
  void run(long claim, boolean force, BooleanSupplier stop) throws InterruptedException {
    try (var reader = topic.open();
        var second = topic.open()) {
      new Run(claim, force, stop, List.of(reader, second)).run();
    } catch (RuntimeException e) {
      log.warn("the rebuild ends without a swap: {}", e.toString());
      String told = e instanceof Refused ? e.getMessage() : "failed: " + e;
      transaction.executeWithoutResult(_ -> claims.end(claim, State.FAILED, "" + told));
    }
  }

  private final class Run {
    private final long claim;
    private final boolean force;
    private final BooleanSupplier stop;
    private final TopicReader<ShopEvent> reader;
    private final TableSet old = sets.asked();
    private final TableSet fresh = old.other();
    private final Map<Integer, Long> beginnings;
    private final Refill refill;
    private String phase = "reads";
    private final Set<Integer> tooFar = new HashSet<>();
    private Map<Integer, Long> ends = Map.of();
    private long ofRecords;

    Run(long claim, boolean force, BooleanSupplier stop, List<TopicReader<ShopEvent>> readers) {
      this.claim = claim;
      this.force = force;
      this.stop = stop;
      reader = readers.getFirst();
      beginnings = reader.beginnings();
      refill =
          new Refill(
              readers,
              transaction,
              projection,
              positions,
              fresh,
              beginnings,
              permission(),
              Room.USUAL);
    }

    void run() throws InterruptedException {
      while (newView.isStillRead()) {
        goesOn("waits for readers");
        Thread.sleep(200);
      }
      transaction.executeWithoutResult(_ -> {
        renew(refill.progress());
        newView.empty(fresh, beginnings);
      });
      untilMissing(NEARLY);
      index();
      var suspects = comparison.suspects(old, fresh, () -> goesOn("compares"));
      for (int attempt = 1; !swapped(suspects); attempt++) {
        if (attempt == ATTEMPTS) {
          throw new Refused("the new view did not catch up with the running one");
        }
        untilMissing(0);
      }
      log.info("the view has been rebuilt");
    }

    /** Alone: while H2 makes an index nobody else reads its table. */
    private void index() throws InterruptedException {
      var made = CompletableFuture.runAsync(() -> newView.index(fresh), Thread::startVirtualThread);
      while (!made.isDone()) {
        goesOn("makes indexes");
        Thread.sleep(200);
      }
      made.join();
    }

    private void untilMissing(long most) {
      long deadline = System.nanoTime() + PATIENCE.toNanos();
      for (var target = look(); refill.progress().missing(target) > most; target = look()) {
        goesOn("reads");
        if (refill.advance(target)) {
          deadline = System.nanoTime() + PATIENCE.toNanos();
        } else if (System.nanoTime() > deadline) {
          throw new Refused("the broker gave no record for " + PATIENCE.toSeconds() + " s");
        }
      }
    }

    /** The topic can end before the running view only when it is not the one that was read. */
    private Map<Integer, Long> look() {
      var stands = positions.of(old);
      ends = reader.ends();
      stands.forEach((partition, next) -> {
        long end = ends.getOrDefault(partition, 0L);
        if (next > end && !force) {
          throw new Refused(
              "the running view has read partition %d up to %d, but the topic ends at %d"
                  .formatted(partition, next, end));
        }
        if (next > end) {
          tooFar.add(partition);
        }
      });
      var target = target();
      ofRecords =
          target.entrySet().stream()
              .mapToLong(t -> t.getValue() - beginnings.getOrDefault(t.getKey(), 0L))
              .sum();
      return target;
    }

    /** Where the running view stands; all that there is, where that cannot be said. */
    private Map<Integer, Long> target() {
      var target = new TreeMap<>(ends);
      target.putAll(positions.of(old));
      tooFar.forEach(partition -> target.put(partition, ends.getOrDefault(partition, 0L)));
      return target;
    }

    private boolean swapped(Suspects suspects) {
      untilMissing(NEARLY);
      var committed = refill.progress();
      try {
        boolean done =
            Boolean.TRUE.equals(
                transaction.execute(status -> {
                  boolean swaps = swap(suspects);
                  if (!swaps) {
                    status.setRollbackOnly();
                  }
                  return swaps;
                }));
        if (!done) {
          refill.goBackTo(committed);
        }
        return done;
      } catch (Refused | RebuildClaim.Lost e) {
        throw e;
      } catch (RuntimeException e) {
        log.info("the swap is tried again: {}", e.toString());
        refill.goBackTo(committed);
        return false;
      } finally {
        sets.forget();
      }
    }

    /** The running view stands still from here to the commit: as briefly as can be. */
    private boolean swap(Suspects suspects) {
      goesOn("swaps");
      positions.lock(old);
      if (!refill.reaches(target(), STANDSTILL)) {
        return false;
      }
      var differences = comparison.differences(old, fresh, suspects);
      if (!force && !differences.losing().isEmpty() && hasLostItsBeginning()) {
        throw new Refused(
            """
            the topic has lost its oldest records, and the new view would lack steps of %d \
            orders%s; \
            --force swaps all the same\
            """
                .formatted(
                    differences.losing().size(), Differences.named(differences.losing(), 0)));
      }
      Progress end = refill.progress();
      String told =
          differences.told(
              end.rows(),
              comparison.keptCounts(old),
              comparison.keptCounts(fresh),
              end.records(),
              end.unreadable());
      newView.activate(fresh);
      claims.end(claim, State.DONE, told);
      return true;
    }

    private boolean hasLostItsBeginning() {
      return beginnings.values().stream().anyMatch(beginning -> beginning > 0);
    }

    private void goesOn(String now) {
      phase = now;
      transaction.executeWithoutResult(_ -> renew(refill.progress()));
    }

    private Permission permission() {
      return new Permission() {
        @Override
        public void toGoOn(Progress progress) {
          renew(progress);
        }

        @Override
        public void stillHeld() {
          claims.check(claim);
        }
      };
    }

    private void renew(Progress progress) {
      if (stop.getAsBoolean()) {
        throw new Refused("stopped, as its instance stops");
      }
      claims.renew(claim, phase, progress.records(), Math.max(ofRecords, progress.records()));
    }
  }
}
