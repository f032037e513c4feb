package phoneseller.reward.adapter.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import phoneseller.reward.domain.Booked;
import phoneseller.reward.domain.CustomerId;
import phoneseller.reward.domain.Entry;
import phoneseller.reward.domain.Entry.Kind;
import phoneseller.reward.domain.Ledger;
import phoneseller.reward.domain.OrderId;
import phoneseller.reward.domain.Points;

/** What holds for the ledger wherever it is kept. */
abstract class LedgerContract {

  private static final Instant NOW = Instant.parse("2026-11-22T12:03:50.123456Z");

  abstract Ledger ledger();

  @Test
  void anEntryIsFoundAsItWasBooked() {
    var grant = entry(7, 1, 99000, Kind.GRANT);
    var booked = ledger().append(List.of(grant)).getFirst();

    assertThat(booked.entry()).isEqualTo(grant);
    assertThat(booked.id()).isPositive();
    assertThat(ledger().find(booked.id())).contains(booked);
    assertThat(ledger().find(booked.id() + 1)).isEmpty();
  }

  @Test
  void theEntriesOfAnOrderComeInTheirOrderAndWithGrowingIds() {
    ledger().append(List.of(entry(7, 1, 99000, Kind.GRANT), entry(8, 1, 5, Kind.GRANT)));
    ledger().append(List.of(entry(7, 2, -99000, Kind.RECLAIM)));
    ledger().append(List.of(entry(7, 3, 99000, Kind.GIVE_BACK)));

    var entries = ledger().entriesOf(new OrderId(7));

    assertThat(entries).extracting(booked -> booked.entry().step()).containsExactly(1, 2, 3);
    assertThat(entries).extracting(Booked::id).isSorted().doesNotHaveDuplicates();
    assertThat(ledger().lastOf(List.of(new OrderId(7), new OrderId(8), new OrderId(9))))
        .containsOnlyKeys(new OrderId(7), new OrderId(8))
        .containsValue(entries.getLast());
  }

  @Test
  void noStepIsTakenTwice() {
    ledger().append(List.of(entry(7, 1, 99000, Kind.GRANT)));

    assertThatThrownBy(() -> ledger().append(List.of(entry(7, 1, 0, Kind.RECLAIM))))
        .isInstanceOf(RuntimeException.class);
    assertThat(ledger().count()).isEqualTo(1);
  }

  @Test
  void aThousandAreBookedAtOnceAndAnsweredInTheirOrder() {
    var entries =
        LongStream.rangeClosed(1, 1000)
            .mapToObj(order -> entry(1001 - order, 1, order, Kind.GRANT))
            .toList();

    assertThat(ledger().append(entries)).extracting(Booked::entry).isEqualTo(entries);
    assertThat(ledger().count()).isEqualTo(1000);
  }

  @Test
  void nothingToDoIsNoTrouble() {
    assertThat(ledger().append(List.of())).isEmpty();
    assertThat(ledger().lastOf(List.of())).isEmpty();
    assertThat(ledger().entriesOf(new OrderId(1))).isEmpty();
    assertThat(ledger().count()).isZero();
  }

  @Test
  void thePagesGoThroughAllEntries() {
    for (long order = 1; order <= 5; order++) {
      ledger().append(List.of(entry(order, 1, 1, Kind.GRANT)));
    }

    assertThat(orders(ledger().listed(0, 2, false))).containsExactly(1L, 2L);
    assertThat(orders(ledger().listed(4, 2, false))).containsExactly(5L);
    assertThat(orders(ledger().listed(0, 20, true))).containsExactly(5L, 4L, 3L, 2L, 1L);
    assertThat(orders(ledger().listed(6, 2, true))).isEmpty();
  }

  @Test
  void allAreReadPartByPartAndNoOrderIsTorn() {
    ledger().append(List.of(entry(3, 1, 9, Kind.GRANT), entry(1, 1, 9, Kind.GRANT)));
    ledger().append(List.of(entry(2, 1, 9, Kind.GRANT)));
    ledger().append(List.of(entry(2, 2, -9, Kind.RECLAIM)));
    ledger().append(List.of(entry(2, 3, 9, Kind.GIVE_BACK), entry(1, 2, -9, Kind.RECLAIM)));

    assertThat(orders(ledger().after(0, 3))).containsExactly(1L, 1L, 2L, 2L, 2L);
    assertThat(ledger().after(0, 5))
        .extracting(booked -> booked.entry().step())
        .containsExactly(1, 2, 1, 2, 3);
    assertThat(orders(ledger().after(2, 3))).containsExactly(3L);
    assertThat(orders(ledger().after(0, 1000))).containsExactly(1L, 1L, 2L, 2L, 2L, 3L);
    assertThat(ledger().after(Long.MAX_VALUE, 1000)).isEmpty();
  }

  private static List<Long> orders(List<Booked> entries) {
    return entries.stream().map(booked -> booked.entry().order().value()).toList();
  }

  private static Entry entry(long order, int step, long points, Kind kind) {
    var customer = new CustomerId("손님 📱");
    return new Entry(new OrderId(order), step, customer, new Points(points), kind, NOW);
  }
}
