package phoneseller.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Container;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import phoneseller.local.Broker;
import phoneseller.local.FreePort;

/** What asks the broker of the local shop whether it lives. */
class BrokerProbeTest {

  @TempDir private Path data;

  @Test
  void aBrokerThatAnswersLives() throws Exception {
    try (var broker = Broker.start(data)) {
      assertThat(probe(broker.address().replaceAll(".*:", ""))).isZero();
    }
  }

  /** Its connections are taken by the system. */
  @Test
  void aBrokerThatHangsDoesNot() throws Exception {
    try (var hanging = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      assertThat(probe(Integer.toString(hanging.getLocalPort()))).isNotZero();
    }
  }

  @Test
  void noBrokerDoesNot() throws Exception {
    assertThat(probe(Integer.toString(FreePort.find()))).isNotZero();
  }

  private static int probe(String port) throws IOException, InterruptedException {
    var command =
        Shop.local()
            .containers()
            .filter(container -> container.getName().equals("kafka"))
            .map((Container kafka) -> kafka.getLivenessProbe().getExec().getCommand())
            .findFirst()
            .orElseThrow();
    return new ProcessBuilder(command.stream().map(word -> word.replace("9092", port)).toList())
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
  }
}
