package phoneseller.chaos;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import phoneseller.local.Programs;

/**
 * One fault in a shop of its own under a steady load, measured: {@code --name reward-down
 * --programs FOLDER --folder FOLDER [--for 5m] [--postgres] [--keep]}.
 */
public final class Drill {

  private static final int PER_SECOND = 10;
  private static final Duration WARM_UP = Duration.ofSeconds(30);

  private Drill() {}

  public static void main(String... words) throws Exception {
    var options = Options.of(words);
    String name = options.text("name", "");
    var drill =
        switch (name) {
          case "reward-down" -> new RewardDown();
          case "reward-slow" -> new RewardSlow();
          case "broker-away" -> new BrokerAway();
          case "poison" -> new Poison();
          default -> throw new IllegalArgumentException("there is no drill " + name);
        };
    String usual = name.equals("reward-slow") ? "40s" : "60s";
    Path folder = Files.createDirectories(options.folder("folder"));
    var length = duration(options.text("for", usual));
    var settings =
        new ShopSettings(
            new Programs(options.folder("programs")),
            folder,
            options.has("postgres") || drill instanceof Poison,
            1,
            List.of(),
            false,
            Map.of("PHONESELLER_FAULTS_ENABLED", "true"));
    System.out.printf("drill %s for %d s; the folder is %s%n", name, length.toSeconds(), folder);
    boolean kept = run(drill, settings, length);
    Folders.end(folder, kept, options.has("keep"));
    System.exit(kept ? 0 : 1);
  }

  private static boolean run(Exercise.Drill drill, ShopSettings settings, Duration length)
      throws Exception {
    var findings = new Findings();
    try (var shop = Shop.open(settings);
        var history = new History(settings.folder())) {
      System.out.println("the shop is ready and is warmed up");
      var load = new SteadyLoad(shop, history, PER_SECOND);
      load.start();
      Waiting.pause(WARM_UP);
      drill.run(new Exercise(shop, load, history, load.now(), length, findings, System.out));
    }
    System.out.println();
    System.out.println(findings.table());
    System.out.println();
    return findings.kept();
  }

  private static Duration duration(String text) {
    return Duration.parse("PT" + text);
  }
}
