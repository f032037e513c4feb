package phoneseller.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FreePortTest {

  @Test
  void processesSideBySideNeverGetTheSamePort() throws Exception {
    var others = Stream.generate(FreePortTest::another).limit(4).toList();
    Set<Integer> all = new HashSet<>();
    int found = 0;
    for (var other : others) {
      for (var port : finds(other)) {
        all.add(port);
        found++;
      }
    }
    for (int i = 0; i < Asking.PORTS; i++) {
      all.add(FreePort.find());
      found++;
    }
    for (var other : others) {
      other.getOutputStream().close();
      assertThat(other.waitFor()).isZero();
    }

    assertThat(all).hasSize(found).hasSize(5 * Asking.PORTS);
  }

  private static List<Integer> finds(Process other) throws Exception {
    String line = other.inputReader(StandardCharsets.UTF_8).readLine();
    return Stream.of(line.split(" ")).map(Integer::valueOf).toList();
  }

  private static Process another() {
    try {
      return new ProcessBuilder(
              Path.of(System.getProperty("java.home"), "bin", "java").toString(),
              "-XX:+UseSerialGC",
              "-XX:TieredStopAtLevel=1",
              "-cp",
              System.getProperty("java.class.path"),
              Asking.class.getName())
          .redirectError(ProcessBuilder.Redirect.INHERIT)
          .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Another process that needs ports, more than a block of them, and lives until it is told. */
  static final class Asking {

    static final int PORTS = 150;

    private Asking() {}

    public static void main(String... words) throws Exception {
      var line = new StringBuilder();
      for (int i = 0; i < PORTS; i++) {
        line.append(FreePort.find()).append(' ');
      }
      System.out.println(line.toString().strip());
      while (System.in.read() >= 0) {}
    }
  }
}
