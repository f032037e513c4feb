package phoneseller.chaos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/** The folder of a run stays when something is to be looked at in it. */
public final class Folders {

  private Folders() {}

  static void end(Path folder, boolean well, boolean keep) throws IOException {
    System.out.println(well ? "everything holds" : "NOT everything holds");
    if (well && !keep) {
      remove(folder);
    } else {
      System.out.println("logs, databases and the clients' history: " + folder);
    }
  }

  /** With all that is in it; what is not there is removed already. */
  public static void remove(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (var files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
