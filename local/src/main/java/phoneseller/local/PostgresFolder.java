package phoneseller.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/** Where a lasting server keeps its unpacked programs and its data, fit to be started from. */
record PostgresFolder(Path programs, Path data) {

  static PostgresFolder prepare(Path folder) throws IOException {
    var place = new PostgresFolder(folder.resolve("programs"), folder.resolve("data"));
    Files.createDirectories(place.programs());
    place.removeHalfUnpacked();
    place.forgetAnEarlierLife();
    return place;
  }

  /** An unpacking that was cut short is not repaired by the library: it starts afresh. */
  private void removeHalfUnpacked() throws IOException {
    try (var versions = Files.list(programs)) {
      for (Path version :
          versions.filter(each -> !Files.exists(each.resolve(".exists"))).toList()) {
        try (var files = Files.walk(version)) {
          for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
            Files.delete(file);
          }
        }
      }
    }
  }

  /** After a reboot the number of the old server may belong to any program. */
  private void forgetAnEarlierLife() throws IOException {
    Path pidFile = data.resolve("postmaster.pid");
    if (Files.exists(pidFile)) {
      long pid = Long.parseLong(Files.readAllLines(pidFile).getFirst().strip());
      boolean runs =
          ProcessHandle.of(pid)
              .flatMap(process -> process.info().command())
              .filter(command -> command.endsWith("postgres"))
              .isPresent();
      if (!runs) {
        Files.delete(pidFile);
      }
    }
  }
}
