package phoneseller.pay.adapter.settlement;

import java.util.ArrayList;
import java.util.List;
import org.springframework.context.SmartLifecycle;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import phoneseller.pay.application.Settlement;

/** Runs the lanes, from the start of the service to its end. */
final class SettlementLoop implements Settlement, SmartLifecycle {

  private final List<SettlementLane> lanes;
  private final List<Thread> running = new ArrayList<>();

  SettlementLoop(List<SettlementLane> lanes) {
    this.lanes = lanes;
  }

  @Override
  public void wake() {
    if (TransactionSynchronizationManager.isSynchronizationActive()) {
      TransactionSynchronizationManager.registerSynchronization(
          new TransactionSynchronization() {
            @Override
            public void afterCommit() {
              lanes.forEach(SettlementLane::wake);
            }
          });
    } else {
      lanes.forEach(SettlementLane::wake);
    }
  }

  @Override
  public synchronized void start() {
    lanes.forEach(lane -> running.add(Thread.ofVirtual().name("settlement").start(lane)));
  }

  @Override
  public synchronized void stop() {
    running.forEach(Thread::interrupt);
    running.clear();
  }

  @Override
  public synchronized boolean isRunning() {
    return !running.isEmpty();
  }
}
