package phoneseller.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import phoneseller.chaos.Schedule;
import phoneseller.chaos.Shop;
import phoneseller.chaos.ShopSettings;
import phoneseller.chaos.Trial;
import phoneseller.local.Programs;

/** Two minutes of {@code ./phoneseller chaos}, always with the same faults. */
@Order(1)
class ChaosIT {

  private static final long SEED = 20;

  @Test
  void nothingIsLostNothingIsDoubledNothingIsStuck() throws IOException, InterruptedException {
    Path target = Files.createDirectories(Path.of("target").toAbsolutePath());
    var settings =
        new ShopSettings(
            new Programs(Path.of("..")),
            Files.createTempDirectory(target, "chaos"),
            false,
            1,
            List.of(),
            true,
            Map.of("PHONESELLER_FAULTS_ENABLED", "true"));
    var schedule = Schedule.draw(SEED, Duration.ofMinutes(2), false);
    try (var shop = Shop.open(settings)) {
      var outcome = new Trial(schedule, shop, System.out).run();

      System.out.println(outcome.table());
      assertThat(outcome.lost()).isEmpty();
      assertThat(outcome.doubled()).isEmpty();
      assertThat(outcome.stuck()).isEmpty();
      assertThat(outcome.broken()).isEmpty();
      assertThat(outcome.heal()).isNotNull();
      assertThat(outcome.faultsMade()).isGreaterThan(15);
      assertThat(outcome.acknowledged()).isGreaterThan(100);
    }
  }
}
