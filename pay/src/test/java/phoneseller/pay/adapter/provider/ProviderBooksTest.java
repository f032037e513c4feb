package phoneseller.pay.adapter.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import phoneseller.pay.adapter.provider.Booking.Kind;
import phoneseller.pay.domain.Charge;
import phoneseller.pay.domain.OrderId;
import phoneseller.pay.domain.Won;

class ProviderBooksTest {

  private static final UUID KEY = UUID.fromString("0198c0de-0000-4000-8000-000000000001");
  private static final OrderId ORDER = new OrderId(7);
  private static final Charge CHARGE = new Charge(KEY, new Won(990_000));

  @TempDir Path folder;

  private Path file() {
    return folder.resolve("pay/journal.ndjson");
  }

  private ProviderBooks books() {
    return new ProviderBooks(new Journal(file(), ProviderBooks.bytesRemembered()));
  }

  @Test
  void everyBookingIsALineOnce() throws Exception {
    var books = books();
    assertThat(books.charge(ORDER, CHARGE)).isNull();
    assertThat(books.charge(ORDER, CHARGE)).isNotNull();
    books.refund(CHARGE);
    books.refund(CHARGE);

    assertThat(Files.readAllLines(file()))
        .containsExactly(
            "{\"orderId\":7,\"key\":\"" + KEY + "\",\"amount\":990000,\"kind\":\"charge\"}",
            "{\"orderId\":7,\"key\":\"" + KEY + "\",\"amount\":990000,\"kind\":\"refund\"}");
  }

  @Test
  void aKeyIsKnownAgainAfterARestart() throws Exception {
    books().charge(ORDER, CHARGE);

    var again = books();
    assertThat(again.charge(ORDER, CHARGE)).extracting(b -> b.kind()).isEqualTo(Kind.CHARGE);
    again.refund(CHARGE);
    assertThat(books().charge(ORDER, CHARGE)).extracting(b -> b.kind()).isEqualTo(Kind.REFUND);
    assertThat(Files.readAllLines(file())).hasSize(2);
  }

  @Test
  void whatWasNeverChargedIsVoidForAllTime() {
    books().refund(CHARGE);

    assertThat(books().charge(ORDER, CHARGE)).extracting(b -> b.kind()).isEqualTo(Kind.REFUND);
  }

  @Test
  void aHalfWrittenLineIsNoBookingAndSpoilsNoOther() throws Exception {
    books().charge(ORDER, CHARGE);
    Files.writeString(file(), "{\"orderId\":8,\"key\":\"0198", StandardOpenOption.APPEND);
    assertThat(copied(0)).hasLineCount(1);

    books().charge(new OrderId(9), new Charge(UUID.randomUUID(), new Won(5)));

    assertThat(copied(0).lines().map(Booking::read).flatMap(b -> b.stream()).map(Booking::order))
        .containsExactly(7L, 9L);
  }

  @Test
  void aReaderGoesOnWhereItStopped() throws Exception {
    var books = books();
    books.charge(ORDER, CHARGE);
    int read = copied(0).length();
    books.refund(CHARGE);

    assertThat(copied(0)).hasLineCount(2);
    assertThat(copied(read)).hasLineCount(1).contains("refund");
    assertThat(copied(100_000)).isEmpty();
  }

  @Test
  void callersThatGiveUpDoNotCloseTheBooks() {
    var books = books();
    Thread.currentThread().interrupt();
    try {
      books.refund(CHARGE);
    } catch (IllegalStateException e) {
      assertThat(e).hasMessageContaining("gone");
    } finally {
      var _ = Thread.interrupted();
    }

    assertThat(books.charge(ORDER, CHARGE)).extracting(b -> b.kind()).isEqualTo(Kind.REFUND);
  }

  /** Two processes race for the same keys. */
  @Test
  void twoInstancesChargeAKeyOnce() throws Exception {
    var one = race();
    var other = race();
    assertTimeoutPreemptively(
        Duration.ofSeconds(60),
        () -> {
          assertThat(one.waitFor()).isZero();
          assertThat(other.waitFor()).isZero();
        });

    assertThat(Files.readAllLines(file()).stream().map(Booking::read))
        .hasSize(Racer.KEYS)
        .allMatch(booking -> booking.isPresent())
        .doesNotHaveDuplicates();
  }

  private Process race() throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            Racer.class.getName(),
            file().toString())
        .inheritIO()
        .start();
  }

  private String copied(long from) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var journal = new Journal(file(), 0)) {
      journal.copy(from, out);
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  /** Charges as many keys as there are, each known to the other racer as well. */
  static final class Racer {
    static final int KEYS = 2_000;

    private Racer() {}

    public static void main(String[] file) throws Exception {
      var journal = new Journal(Path.of(file[0]), ProviderBooks.bytesRemembered());
      try (var books = new ProviderBooks(journal)) {
        IntStream.rangeClosed(1, KEYS)
            .forEach(
                n -> books.charge(new OrderId(n), new Charge(new UUID(0, n), new Won(990_000))));
      }
      journal.close();
    }
  }
}
