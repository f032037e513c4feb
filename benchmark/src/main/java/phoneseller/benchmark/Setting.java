package phoneseller.benchmark;

import java.nio.file.Path;

/**
 * What both contenders run on.
 *
 * @param folder data and logs
 * @param postgres instead of embedded databases
 * @param warm compiled in full, which takes minutes; otherwise simply, which is soon done
 */
record Setting(Path folder, boolean postgres, boolean warm) {

  /** The JVM's argument for it. */
  String compilation() {
    return "-XX:TieredStopAtLevel=" + (warm ? 4 : 1);
  }
}
