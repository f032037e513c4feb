package phoneseller.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.zip.CRC32C;

/**
 * A program as a small jar beside its libraries, from where it starts in less time than from one
 * jar with all of them inside, and where its classes can be archived.
 */
final class Unpacking {

  private Unpacking() {}

  /** Does nothing when what is there is of this build and this JDK. */
  static void unpack(Path jar, Path place) {
    try {
      Files.createDirectories(place.getParent());
      Path lock = place.resolveSibling(place.getFileName() + ".lock");
      try (var channel =
              FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
          var _ = channel.lock()) {
        Path stamp = place.resolve("stamp");
        String build = build(jar);
        if (!Files.exists(stamp) || !Files.readString(stamp).equals(build)) {
          remove(place);
          Path libraries = jar.resolveSibling("lib");
          if (Files.exists(libraries)) {
            copy(jar, libraries, place);
          } else {
            extract(jar, place);
          }
          Files.writeString(stamp, build);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The same sources give the same jar, and an archive is good for one build of a JDK. */
  private static String build(Path jar) throws IOException {
    var sum = new CRC32C();
    try (var channel = FileChannel.open(jar, StandardOpenOption.READ)) {
      sum.update(channel.map(MapMode.READ_ONLY, 0, channel.size()));
      return "%08x %d %s %s".formatted(sum.getValue(), channel.size(), Runtime.version(), java());
    }
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
                java(),
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

  private static void remove(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (var files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  private static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }
}
