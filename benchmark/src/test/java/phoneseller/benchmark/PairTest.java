package phoneseller.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import phoneseller.chaos.Member;

class PairTest {

  /** A process that waits to be killed. */
  static final class Idle {
    public static void main(String... arguments) throws InterruptedException {
      Thread.currentThread().join();
    }
  }

  private record Single(Member process, Setting setting) implements Contender {

    @Override
    public List<Member> processes() {
      return List.of(process);
    }

    @Override
    public void start(String name) {
      process.start();
    }

    @Override
    public Path files(String service) {
      return folder();
    }

    @Override
    public void close() {
      process.kill();
    }
  }

  @Test
  void theOtherIsHeldStillUntilTheWorkIsDone(@TempDir Path folder) {
    var arguments = List.of("-cp", System.getProperty("java.class.path"), Idle.class.getName());
    var member = new Member("idle", 0, arguments, Map.of(), folder);
    try (var other = new Single(member, new Setting(folder, false, false))) {
      other.start("idle");

      assertThat(Pair.whileStill(other, () -> state(member))).startsWith("T");
      assertThat(state(member)).doesNotStartWith("T");
    }
  }

  private static String state(Member member) {
    try {
      var ps = new ProcessBuilder("ps", "-o", "stat=", "-p", "" + member.pid()).start();
      return new String(ps.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
