package phoneseller.reward.adapter.events;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import org.springframework.stereotype.Component;
import phoneseller.contracts.RewardCancelled;
import phoneseller.contracts.RewardCompleted;
import phoneseller.contracts.ShopEvent;
import phoneseller.messaging.Outbox;
import phoneseller.reward.domain.Booked;
import phoneseller.reward.domain.LedgerEvents;

/** Leaves an event in the outbox for every entry; the event's id is that of the entry. */
@Component
class RewardPublisher implements LedgerEvents {

  private static final DateTimeFormatter WIRE =
      DateTimeFormatter.ofPattern("yyyyMMddHHmmss").withZone(ZoneOffset.UTC);

  private final Outbox outbox;

  RewardPublisher(Outbox outbox) {
    this.outbox = outbox;
  }

  @Override
  public void publish(Collection<Booked> entries) {
    for (var booked : entries) {
      var entry = booked.entry();
      outbox.append(entry.order().toString(), onTheWire(booked), entry.at());
    }
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
