package phoneseller.chaos;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * A program as a small jar beside its libraries, from where it starts in less time than from one
 * jar with all of them inside, and where its classes can be archived.
 */
final class Unpacking {

  private Unpacking() {}

  /** Does nothing when what is there is of this build. */
  static void unpack(Path jar, Path place) {
    Path stamp = place.resolve("stamp");
    try {
      String build = build(jar);
      if (!Files.exists(stamp) || !Files.readString(stamp).equals(build)) {
        Folders.remove(place);
        Path libraries = jar.resolveSibling("lib");
        if (Files.exists(libraries)) {
          copy(jar, libraries, place);
        } else {
          extract(jar, place);
        }
        Files.writeString(stamp, build);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The jar's own date is the same for every build; that of its inode is not. */
  private static String build(Path jar) throws IOException {
    return Files.getAttribute(jar, "unix:ctime") + " " + Files.size(jar);
  }

  private static void copy(Path jar, Path libraries, Path place) throws IOException {
    Files.createDirectories(place.resolve("lib"));
    Files.copy(jar, place.resolve(jar.getFileName()), StandardCopyOption.COPY_ATTRIBUTES);
    try (var all = Files.list(libraries)) {
      for (var library : all.toList()) {
        Files.copy(library, place.resolve("lib").resolve(library.getFileName()));
      }
    }
  }

  private static void extract(Path jar, Path place) throws IOException {
    var process =
        new ProcessBuilder(
                Member.java(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Djarmode=tools",
                "-jar",
                jar.toString(),
                "extract",
                "--destination",
                place.toString())
            .redirectErrorStream(true)
            .redirectOutput(Redirect.DISCARD)
            .start();
    if (process.onExit().join().exitValue() != 0) {
      throw new IOException(jar + " cannot be unpacked to " + place);
    }
  }
}
