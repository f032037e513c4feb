package phoneseller.chaos;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import phoneseller.local.Programs;

/**
 * A shop of its own under load and under faults: {@code --programs FOLDER --folder FOLDER
 * [--minutes 10] [--seed N] [--postgres] [--plan] [--keep]}.
 */
public final class Chaos {

  private Chaos() {}

  public static void main(String... words) throws Exception {
    var options = Options.of(words);
    long seed = options.number("seed", System.currentTimeMillis() % 1_000_000);
    var length = Duration.ofMinutes(options.number("minutes", 10));
    var schedule = Schedule.draw(seed, length, options.has("postgres"));
    if (options.has("plan")) {
      schedule.faults().forEach(System.out::println);
      return;
    }
    System.exit(run(schedule, options) ? 0 : 1);
  }

  private static boolean run(Schedule schedule, Options options) throws Exception {
    Path folder = Files.createDirectories(options.folder("folder"));
    var settings =
        new ShopSettings(
            new Programs(options.folder("programs")),
            folder,
            schedule.postgres(),
            1,
            List.of(),
            true,
            Map.of("PHONESELLER_FAULTS_ENABLED", "true"));
    System.out.printf(
        "seed %d, %d faults in %d min, on %s; the folder is %s%n",
        schedule.seed(),
        schedule.faults().size(),
        schedule.length().toMinutes(),
        schedule.postgres() ? "PostgreSQL" : "the embedded databases",
        folder);
    boolean well;
    try (var shop = Shop.open(settings)) {
      System.out.println("the shop is ready");
      var outcome = new Trial(schedule, shop, System.out).run();
      System.out.println();
      System.out.println(outcome.table());
      System.out.println();
      well = outcome.isWell();
    }
    if (!well) {
      System.out.printf(
          "the same faults again: ./phoneseller chaos --minutes %d --seed %d%s%n",
          schedule.length().toMinutes(), schedule.seed(), schedule.postgres() ? " --postgres" : "");
    }
    Folders.end(folder, well, options.has("keep"));
    return well;
  }
}
