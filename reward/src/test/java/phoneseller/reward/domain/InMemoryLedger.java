package phoneseller.reward.domain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A ledger without a database, for tests of the process. */
public final class InMemoryLedger implements Ledger {

  private final List<Booked> entries = new ArrayList<>();

  @Override
  public Map<OrderId, Booked> lastOf(Collection<OrderId> orders) {
    var last = new HashMap<OrderId, Booked>();
    entries.stream()
        .filter(booked -> orders.contains(booked.entry().order()))
        .forEach(booked -> last.put(booked.entry().order(), booked));
    return last;
  }

  @Override
  public List<Booked> append(Collection<Entry> appended) {
    var booked = new ArrayList<Booked>();
    for (var entry : appended) {
      if (entriesOf(entry.order()).stream().anyMatch(b -> b.entry().step() == entry.step())) {
        throw new IllegalStateException("the step is taken");
      }
      booked.add(new Booked(entries.size() + 1L, entry));
      entries.add(booked.getLast());
    }
    return booked;
  }

  @Override
  public Optional<Booked> find(long id) {
    return entries.stream().filter(booked -> booked.id() == id).findFirst();
  }

  @Override
  public List<Booked> entriesOf(OrderId order) {
    return entries.stream().filter(booked -> booked.entry().order().equals(order)).toList();
  }

  @Override
  public List<Booked> listed(long offset, int limit, boolean descending) {
    Comparator<Booked> byId = Comparator.comparingLong(Booked::id);
    return entries.stream()
        .sorted(descending ? byId.reversed() : byId)
        .skip(offset)
        .limit(limit)
        .toList();
  }

  @Override
  public List<Booked> after(long order, int most) {
    var last =
        entries.stream()
            .map(booked -> booked.entry().order().value())
            .filter(id -> id > order)
            .sorted()
            .limit(most)
            .reduce(order, Math::max);
    return entries.stream()
        .filter(booked -> booked.entry().order().value() > order)
        .filter(booked -> booked.entry().order().value() <= last)
        .sorted(Comparator.comparing(booked -> booked.entry().order()))
        .toList();
  }

  @Override
  public long count() {
    return entries.size();
  }
}
