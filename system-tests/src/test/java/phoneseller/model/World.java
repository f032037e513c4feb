package phoneseller.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import phoneseller.app.domain.Order;
import phoneseller.pay.domain.Payment;
import phoneseller.reward.domain.Booked;
import phoneseller.store.domain.Shipment;

/** Everything that outlives a step: databases, topic, the provider's books, and who is at what. */
final class World {

  /** What has become of a key at the provider. */
  enum Money {
    CHARGED,
    REFUNDED,
    VOID
  }

  /** A call that its caller has given up, and that may still arrive. */
  record Late(Run.Kind call, @Nullable Object argument) {}

  @Nullable Order order;
  @Nullable Payment payment;
  @Nullable Shipment shipment;
  List<Booked> ledger = List.of();
  Map<UUID, Money> provider = Map.of();
  final Map<Service, List<Told>> outboxes = new EnumMap<>(Service.class);
  final Map<Service, List<Told>> inboxes = new EnumMap<>(Service.class);
  final Map<Service, Told> lastRead = new EnumMap<>(Service.class);
  final Map<Script, Run> runs = new EnumMap<>(Script.class);
  Set<Late> late = Set.of();
  int failures;
  int cancels;
  int directCancels;
  private int hash;

  static World before(Setting setting) {
    var world = new World();
    world.failures = setting.failures();
    world.cancels = setting.cancels();
    world.directCancels = setting.directCancels();
    return world;
  }

  World copy() {
    var copy = new World();
    copy.become(this);
    return copy;
  }

  void become(World other) {
    order = other.order;
    payment = other.payment;
    shipment = other.shipment;
    ledger = other.ledger;
    provider = other.provider;
    replace(outboxes, other.outboxes);
    replace(inboxes, other.inboxes);
    replace(lastRead, other.lastRead);
    replace(runs, other.runs);
    late = other.late;
    failures = other.failures;
    cancels = other.cancels;
    directCancels = other.directCancels;
  }

  private static <K, V> void replace(Map<K, V> mine, Map<K, V> others) {
    mine.clear();
    mine.putAll(others);
  }

  List<Told> outbox(Service service) {
    return outboxes.getOrDefault(service, List.of());
  }

  List<Told> inbox(Service service) {
    return inboxes.getOrDefault(service, List.of());
  }

  void append(Service service, Told told) {
    outboxes.put(service, with(outbox(service), told));
  }

  /** The head of the outbox is on the topic now, and still in the outbox. */
  Told publish(Service service) {
    var told = outbox(service).getFirst();
    told.kind().readers().forEach(reader -> inboxes.put(reader, with(inbox(reader), told)));
    return told;
  }

  void forgetPublished(Service service) {
    keep(outboxes, service, rest(outbox(service)));
  }

  Told take(Service reader) {
    var told = inbox(reader).getFirst();
    keep(inboxes, reader, rest(inbox(reader)));
    lastRead.put(reader, told);
    return told;
  }

  /** The offset was not committed, and the record comes again. */
  void rewind(Service reader) {
    var again = new ArrayList<Told>();
    again.add(lastRead.remove(reader));
    again.addAll(inbox(reader));
    inboxes.put(reader, List.copyOf(again));
  }

  void putMoney(UUID key, Money money) {
    var books = new HashMap<>(provider);
    books.put(key, money);
    provider = Map.copyOf(books);
  }

  /** What makes no difference any more is made equal. */
  World settled() {
    var known = payment;
    if (known != null && runs.keySet().stream().noneMatch(Script.OF_PAY::contains)) {
      payment = new Payment(known.order(), known.customer(), known.status(), known.attempts(), 1);
    }
    if (failures == 0) {
      lastRead.clear();
    }
    hash = Arrays.hashCode(parts());
    return this;
  }

  private static List<Told> with(List<Told> list, Told more) {
    var longer = new ArrayList<>(list);
    longer.add(more);
    return List.copyOf(longer);
  }

  private static List<Told> rest(List<Told> list) {
    return List.copyOf(list.subList(1, list.size()));
  }

  private static void keep(Map<Service, List<Told>> lists, Service service, List<Told> list) {
    if (list.isEmpty()) {
      lists.remove(service);
    } else {
      lists.put(service, list);
    }
  }

  private @Nullable Object[] parts() {
    return new @Nullable Object[] {
      order,
      payment,
      shipment,
      ledger,
      provider,
      outboxes,
      inboxes,
      lastRead,
      runs,
      late,
      failures,
      cancels,
      directCancels
    };
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof World world
        && hash == world.hash
        && Arrays.equals(parts(), world.parts());
  }

  @Override
  public int hashCode() {
    return hash;
  }

  @Override
  public String toString() {
    return "order "
        + order
        + "\npayment "
        + payment
        + "\nshipment "
        + shipment
        + "\nledger "
        + ledger
        + "\nprovider "
        + provider
        + "\noutboxes "
        + outboxes
        + "\ninboxes "
        + inboxes
        + "\nruns "
        + runs;
  }
}
