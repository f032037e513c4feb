package phoneseller.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import phoneseller.local.LocalKafka;

/** A broker with the shop's topics in a process of its own, which can die, hang and come back. */
final class BrokerProcess implements AutoCloseable {

  private final String address;
  private final Path data;
  private @Nullable Process running;

  BrokerProcess(String address, Path data) {
    this.address = address;
    this.data = data;
  }

  /** Starts it, and waits until it is ready. */
  void start() throws IOException {
    var process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                LocalKafka.class.getName(),
                "--port",
                address.substring(address.indexOf(':') + 1),
                "--data",
                data.toString())
            .redirectError(Redirect.DISCARD)
            .start();
    running = process;
    try (var output = process.inputReader()) {
      assertThat(output.lines().anyMatch(line -> line.startsWith("kafka is ready"))).isTrue();
    }
  }

  void kill() {
    if (running != null) {
      running.destroyForcibly().onExit().join();
    }
  }

  /** It keeps its connections and says nothing. */
  void hang() throws IOException, InterruptedException {
    signal("-STOP");
  }

  void goOn() throws IOException, InterruptedException {
    signal("-CONT");
  }

  private void signal(String signal) throws IOException, InterruptedException {
    var command = new ArrayList<>(List.of("kill", signal));
    if (running != null) {
      command.add(Long.toString(running.pid()));
    }
    assertThat(new ProcessBuilder(command).start().waitFor()).isZero();
  }

  @Override
  public void close() {
    kill();
  }
}
