package phoneseller.verify;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One look at everything, and further looks at what looked broken. */
final class Inspection implements AutoCloseable {

  private static final long LONGEST_PAUSE = 2_000;
  private static final int NEIGHBOURS = 50;
  private static final int CUSTOMERS = 20_000;

  private final Addresses at;
  private final Settings settings;
  private final Shop shop;
  private final Ids acknowledged;
  private final Laws laws;
  private final Books books;
  private final @Nullable Topic topic;
  private final Balances balances;
  private final Ids orders = new Ids();
  private final Ids open = new Ids();
  private final Ids suspects = new Ids();
  private final List<String> notes = new ArrayList<>();

  Inspection(Addresses at, Settings settings, Ids acknowledged) {
    this.at = at;
    this.settings = settings;
    this.acknowledged = acknowledged;
    this.shop = new Shop(patience(), System.getenv("PHONESELLER_TOKEN"));
    this.laws = new Laws(settings.settled());
    this.books = new Books(shop, at);
    this.topic = at.bootstrap().isBlank() ? null : new Topic(at.bootstrap(), patience());
    this.balances = new Balances(shop, at, CUSTOMERS);
  }

  Report report() {
    if (!readBooks()) {
      notes.add("the payment provider shows no books: charges and refunds were not looked at");
    }
    if (topic == null) {
      notes.add("no broker was named: the topic and the dead letters were not looked at");
    }
    lookAtAll();
    var deadline = new Deadline(settings.within());
    var found = lookAgain();
    long pause = 200;
    for (int looks = 1; unsure(found) && (looks == 1 || deadline.pause(pause)); looks++) {
      found = lookAgain();
      pause = Math.min(2 * pause, LONGEST_PAUSE);
    }
    long standing = found.stream().filter(f -> f.order() == 0).count();
    if (balances.different() > standing) {
      notes.add("some customers never stood still: their balances are not judged");
    }
    if (balances.more()) {
      notes.add("the balances of %d customers were looked at, not all".formatted(CUSTOMERS));
    }
    return new Report(orders.size(), acknowledged.size(), open.size(), found, notes);
  }

  private boolean unsure(List<Finding> found) {
    return !found.isEmpty() || balances.different() > 0;
  }

  private void lookAtAll() {
    var all = new Join(shop, at, 1, Long.MAX_VALUE);
    for (var facts = all.next(); facts != null; facts = all.next()) {
      balances.note(facts);
      if (!judged(facts).isEmpty()) {
        suspects.add(facts.id());
      }
    }
    acknowledged.forEach(this::suspectUnlessThere);
    books.forEachCharged(this::suspectUnlessThere);
  }

  private void suspectUnlessThere(long id) {
    if (!orders.contains(id)) {
      suspects.add(id);
    }
  }

  private List<Finding> lookAgain() {
    readBooks();
    var found = new ArrayList<Finding>();
    lookAtSuspects(found);
    found.addAll(balances.look());
    found.addAll(new Outboxes(shop, at).late());
    if (topic != null) {
      found.addAll(new DeadLetters(at.bootstrap(), patience()).unexplained());
    }
    return found;
  }

  private void lookAtSuspects(List<Finding> found) {
    var ids = new ArrayList<Long>();
    suspects.forEach(ids::add);
    for (int from = 0, to = 1; from < ids.size(); from = to, to++) {
      while (to < ids.size() && ids.get(to) - ids.get(to - 1) <= NEIGHBOURS) {
        to++;
      }
      lookAt(ids.subList(from, to), found);
    }
  }

  /** Neighbours are read together. */
  private void lookAt(List<Long> ids, List<Finding> found) {
    var join = new Join(shop, at, Math.max(1, ids.getFirst()), ids.getLast());
    var facts = join.next();
    for (long id : ids) {
      while (facts != null && facts.id() < id) {
        facts = join.next();
      }
      var known = facts != null && facts.id() == id ? facts : OrderFacts.unknown(id);
      var broken = judged(known);
      if (broken.isEmpty()) {
        suspects.remove(id);
      }
      found.addAll(broken);
    }
  }

  private List<Finding> judged(OrderFacts rows) {
    long id = rows.id();
    var facts = rows.with(books.of(id), topic == null ? null : topic.of(id));
    if (facts.order() != null) {
      orders.add(id);
      if (facts.ended()) {
        open.remove(id);
      } else {
        open.add(id);
      }
    }
    return laws.brokenBy(facts, acknowledged.contains(id));
  }

  private boolean readBooks() {
    if (topic != null) {
      topic.catchUp(patience());
    }
    return books.catchUp();
  }

  private Duration patience() {
    return settings.within().compareTo(Duration.ofSeconds(1)) < 0
        ? Duration.ofSeconds(1)
        : settings.within();
  }

  @Override
  public void close() {
    shop.close();
    if (topic != null) {
      topic.close();
    }
  }
}
