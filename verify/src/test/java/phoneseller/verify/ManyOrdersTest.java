package phoneseller.verify;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** More orders with {@code -Dverify.orders=1000000}. */
class ManyOrdersTest {

  private static final long ORDERS = Long.getLong("verify.orders", 200_000);

  @Test
  void anyNumberOfOrdersFitsIntoLittleMemoryAndOneBrokenIsFound() throws Exception {
    try (var shop = new FakeShop(ORDERS, 123_456)) {
      long began = System.nanoTime();
      var verify = verify("-Xmx64m", shop.url(), "--within", "0s");
      String said = new String(verify.getInputStream().readAllBytes(), UTF_8);
      int exit = verify.waitFor();
      System.out.printf(
          "%,d orders verified in %.1f s%n", ORDERS, (System.nanoTime() - began) / 1e9);

      assertThat(said)
          .contains("%,d".formatted(ORDERS))
          .contains("order 123456: the payment (Payed) is of 1, not 1456")
          .containsOnlyOnce("  order ");
      assertThat(exit).isEqualTo(1);
    }
  }

  @Test
  void aShopThatIsWholeIsGreen() throws Exception {
    try (var shop = new FakeShop(2_345, -1)) {
      assertThat(run(arguments(shop.url(), "--within", "0s", "--settled"))).isZero();
    }
  }

  @Test
  void anEventThatWaitsForLongerThanAMinuteIsFound() throws Exception {
    try (var shop = new FakeShop(10, -1)) {
      shop.eventWaits = 59;
      assertThat(run(arguments(shop.url(), "--within", "0s"))).isZero();
      shop.eventWaits = 61;
      assertThat(run(arguments(shop.url(), "--within", "0s"))).isEqualTo(1);
    }
  }

  @Test
  void aShopThatCannotBeReadIsNeverGreen() {
    var err = new ByteArrayOutputStream();
    assertThat(run(arguments("http://localhost:1", "--within", "100ms"), err)).isEqualTo(2);
    assertThat(err.toString(UTF_8))
        .startsWith("cannot verify: http://localhost:1/")
        .hasLineCount(1);
  }

  @Test
  void whatIsNotUnderstoodIsNeverGreen() {
    assertThat(run(List.of("--acknowledge", "x"))).isEqualTo(2);
    assertThat(run(List.of("--within", "soon"))).isEqualTo(2);
    assertThat(run(List.of("--app", "localhost"))).isEqualTo(2);
    assertThat(run(List.of("--acknowledged", "/nowhere/at/all"))).isEqualTo(2);
    assertThat(run(List.of("--help"))).isZero();
  }

  private static int run(List<String> arguments) {
    return run(arguments, new ByteArrayOutputStream());
  }

  private static int run(List<String> arguments, ByteArrayOutputStream err) {
    return VerifyCommand.run(
        arguments,
        new PrintStream(new ByteArrayOutputStream(), true, UTF_8),
        new PrintStream(err, true, UTF_8));
  }

  private static List<String> arguments(String url, String... more) {
    var arguments = new ArrayList<String>();
    for (var service : List.of("app", "pay", "store", "reward", "customer")) {
      arguments.addAll(List.of("--" + service, url));
    }
    arguments.addAll(List.of(more));
    return arguments;
  }

  private static Process verify(String memory, String url, String... more) throws IOException {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(memory, "-XX:+UseSerialGC", "-cp"));
    command.addAll(List.of(System.getProperty("java.class.path"), VerifyCommand.class.getName()));
    command.addAll(arguments(url, more));
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }
}
