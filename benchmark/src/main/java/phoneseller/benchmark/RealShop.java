package phoneseller.benchmark;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import phoneseller.chaos.Member;
import phoneseller.chaos.Shop;
import phoneseller.chaos.ShopSettings;
import phoneseller.chaos.Training;
import phoneseller.local.Archive;
import phoneseller.local.Programs;

/** The shop as the launcher starts it, on ports and in a folder of its own. */
record RealShop(Shop shop) implements Contender {

  /** What the launcher adds when it starts from AOT caches. */
  private static final List<String> AS_SHIPPED =
      List.of(
          "-XX:TieredStopAtLevel=4",
          "-Xms32m",
          "-XX:MinHeapFreeRatio=20",
          "-XX:MaxHeapFreeRatio=40",
          "-XX:+UnlockExperimentalVMOptions",
          "-XX:TrimNativeHeapInterval=5000");

  /** Once after a build. */
  static void prepare(Programs programs) {
    Training.of(programs, Archive.CACHE);
  }

  static RealShop open(Programs programs, Path folder, boolean postgres) {
    var settings = new ShopSettings(programs, folder, postgres, 1, List.of(), false, Map.of());
    return new RealShop(Shop.open(settings, _ -> AS_SHIPPED));
  }

  @Override
  public String name() {
    return "shop";
  }

  @Override
  public List<Member> processes() {
    return shop.processes();
  }

  @Override
  public void close() {
    shop.close();
  }
}
