package phoneseller.benchmark;

import java.nio.file.Path;
import java.util.List;
import phoneseller.local.Programs;

/**
 * What both contenders run on.
 *
 * @param folder data and logs
 * @param postgres instead of embedded databases
 * @param warm compiled in full, which takes minutes; otherwise simply, which is soon done
 */
record Setting(Path folder, boolean postgres, boolean warm) {

  /** The JVM's arguments for it. */
  List<String> compilation() {
    return warm
        ? List.of(
            "-XX:TieredStopAtLevel=4",
            "-XX:CompileThresholdScaling=1.0",
            "-XX:+BackgroundCompilation")
        : Programs.SOON_COMPILED;
  }
}
