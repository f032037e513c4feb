package phoneseller.benchmark;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import phoneseller.chaos.Member;
import phoneseller.chaos.Shop;
import phoneseller.chaos.ShopSettings;
import phoneseller.chaos.Training;
import phoneseller.local.Archive;
import phoneseller.local.Programs;

/** The shop as the launcher starts it, on ports and in a folder of its own. */
record RealShop(Shop shop, Setting setting) implements Contender {

  /** What the launcher adds when it starts from AOT caches. */
  private static final List<String> AS_SHIPPED =
      List.of(
          "-Xms64m",
          "-XX:MinHeapFreeRatio=20",
          "-XX:MaxHeapFreeRatio=40",
          "-XX:+UnlockExperimentalVMOptions",
          "-XX:TrimNativeHeapInterval=5000");

  /** Once after a build. */
  static void prepare(Programs programs) {
    Training.of(programs, Archive.CACHE);
  }

  static RealShop open(Programs programs, Setting setting) {
    var settings =
        new ShopSettings(
            programs, setting.folder(), setting.postgres(), 1, List.of(), false, Map.of());
    return new RealShop(Shop.open(settings, _ -> arguments(setting)), setting);
  }

  /** With these services twice, and connections to them led to each instance in turn. */
  static RealShop balanced(Programs programs, Setting setting, List<String> twice) {
    var settings =
        new ShopSettings(programs, setting.folder(), setting.postgres(), 1, twice, true, Map.of());
    var shop = Shop.open(settings, _ -> arguments(setting));
    twice.forEach(name -> shop.lead(name, shop.process(name), shop.process(name + "-2")));
    return new RealShop(shop, setting);
  }

  /** What the launcher adds for every program, and how it is compiled. */
  static List<String> arguments(Setting setting) {
    var arguments = new ArrayList<>(AS_SHIPPED);
    arguments.addAll(setting.compilation());
    return arguments;
  }

  @Override
  public void start(String name) {
    process(name).start(arguments(setting).toArray(String[]::new));
  }

  @Override
  public List<Member> processes() {
    return shop.processes();
  }

  @Override
  public Path files(String service) {
    return folder().resolve(service);
  }

  @Override
  public void close() {
    shop.close();
  }
}
