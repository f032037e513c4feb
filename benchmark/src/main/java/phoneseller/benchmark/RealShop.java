package phoneseller.benchmark;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import phoneseller.benchmark.bare.Database;
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
          "-Xms32m",
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
    var arguments = new ArrayList<>(AS_SHIPPED);
    arguments.add(setting.compilation());
    return new RealShop(Shop.open(settings, _ -> arguments), setting);
  }

  @Override
  public List<Member> processes() {
    return shop.processes();
  }

  @Override
  public Connection database(String service) throws SQLException {
    return (setting.postgres()
            ? Database.onPostgres(process("postgres").port(), service)
            : Database.onFiles(setting.folder().resolve(service).toString(), service))
        .open();
  }

  @Override
  public void close() {
    shop.close();
  }
}
