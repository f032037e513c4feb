package phoneseller.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import phoneseller.reward.domain.Booked;
import phoneseller.reward.domain.Entry;
import phoneseller.reward.domain.Ledger;
import phoneseller.reward.domain.LedgerEvents;
import phoneseller.reward.domain.OrderId;

/** Reward's database and outbox, for the points of one order. */
final class RewardPorts implements Ledger, LedgerEvents {

  static final OrderId ORDER = new OrderId(1);

  private final Session session;

  RewardPorts(Session session) {
    this.session = session;
  }

  @Override
  public Map<OrderId, Booked> lastOf(Collection<OrderId> orders) {
    return session.touch(() -> {
      var ledger = session.world().ledger;
      return ledger.isEmpty() ? Map.of() : Map.of(ORDER, ledger.getLast());
    });
  }

  @Override
  public List<Booked> append(Collection<Entry> entries) {
    return session.touch(() -> {
      var ledger = new ArrayList<>(session.world().ledger);
      var booked = new ArrayList<Booked>();
      for (var entry : entries) {
        if (entry.step() != ledger.size() + 1) {
          throw new AssertionError("step " + entry.step() + " after " + ledger);
        }
        booked.add(new Booked(entry.step(), entry));
        ledger.add(booked.getLast());
      }
      session.world().ledger = List.copyOf(ledger);
      return booked;
    });
  }

  @Override
  public void publish(Collection<Booked> entries) {
    for (var booked : entries) {
      var kind =
          switch (booked.entry().kind()) {
            case GRANT, GIVE_BACK -> Told.Kind.REWARD_COMPLETED;
            case RECLAIM -> Told.Kind.REWARD_CANCELLED;
          };
      boolean _ =
          session.touch(() -> {
            session
                .world()
                .append(
                    Service.REWARD, new Told(kind, booked.entry().points().value(), booked.id()));
            return true;
          });
    }
  }

  @Override
  public Optional<Booked> find(long id) {
    return Optional.empty();
  }

  @Override
  public List<Booked> entriesOf(OrderId order) {
    return session.touch(() -> session.world().ledger);
  }

  @Override
  public List<Booked> listed(long offset, int limit, boolean descending) {
    return List.of();
  }

  @Override
  public List<Booked> after(long id, int limit) {
    return List.of();
  }

  @Override
  public long count() {
    return 0;
  }
}
