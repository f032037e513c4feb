package phoneseller.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/** The files of the pages as they are in the jar, by their paths as a browser asks for them. */
record Site(Path root) {

  static Site built() {
    return new Site(Path.of("target/classes/web"));
  }

  /** Paths that end so, such as {@code /assets/js/core/api.js}. */
  List<String> files(String ending) {
    try (var all = Files.walk(root)) {
      return all.filter(Files::isRegularFile)
          .map(file -> "/" + root.relativize(file))
          .filter(path -> path.endsWith(ending))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String text(String path) {
    try {
      return Files.readString(file(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  boolean has(String path) {
    return Files.isRegularFile(file(path.equals("/") ? "/index.html" : path));
  }

  int compressed(String path) {
    var packed = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(packed)) {
      gzip.write(Files.readAllBytes(file(path)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packed.size();
  }

  /** The first group of every match. */
  static Stream<String> found(String pattern, String text) {
    return Pattern.compile(pattern).matcher(text).results().map(match -> match.group(1));
  }

  private Path file(String path) {
    return root.resolve(path.substring(1));
  }
}
