package phoneseller.reward.adapter.events;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import phoneseller.contracts.RewardCancelled;
import phoneseller.contracts.RewardCompleted;
import phoneseller.contracts.ShopEvent;
import phoneseller.messaging.Outbox;
import phoneseller.reward.domain.Booked;
import phoneseller.reward.domain.Entry.Kind;
import phoneseller.reward.domain.LedgerEvents;

/** Leaves an event in the outbox for every entry; the event's id is that of the entry. */
@Component
class RewardPublisher implements LedgerEvents {

  private static final DateTimeFormatter WIRE =
      DateTimeFormatter.ofPattern("yyyyMMddHHmmss").withZone(ZoneOffset.UTC);

  private final Outbox outbox;
  private final MeterRegistry meters;

  RewardPublisher(Outbox outbox, MeterRegistry meters) {
    this.outbox = outbox;
    this.meters = meters;
    Stream.of(Kind.values()).forEach(this::booked);
  }

  @Override
  public void publish(Collection<Booked> entries) {
    for (var booked : entries) {
      var entry = booked.entry();
      outbox.append(entry.order().toString(), onTheWire(booked), entry.at());
    }
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            entries.forEach(booked -> booked(booked.entry().kind()).increment());
          }
        });
  }

  private Counter booked(Kind kind) {
    return Counter.builder("reward.entries")
        .description("Entries booked in the ledger")
        .tag("kind", kind.name().toLowerCase(Locale.ROOT))
        .register(meters);
  }

  private static ShopEvent onTheWire(Booked booked) {
    var entry = booked.entry();
    var at = WIRE.format(entry.at());
    long order = entry.order().value();
    long points = entry.points().value();
    var customer = entry.customer().value();
    return switch (entry.kind()) {
      case GRANT, GIVE_BACK ->
          new RewardCompleted(at, booked.id(), order, points, "Payed", customer);
      case RECLAIM -> new RewardCancelled(at, booked.id(), order, points, "PayCancelled", customer);
    };
  }
}
