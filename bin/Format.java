// SPDX-License-Identifier: Apache-2.0

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.ImportOrderer;
import com.google.googlejavaformat.java.JavaFormatterOptions;
import com.google.googlejavaformat.java.RemoveUnusedImports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Checks that every Java file has the format of google-java-format; with {@code write}, gives it.
 */
final class Format {

  private Format() {}

  public static void main(String... words) throws Exception {
    boolean write = List.of(words).contains("write");
    int different = 0;
    for (Path file : sources()) {
      String text = Files.readString(file);
      String formatted = formatted(text);
      if (!formatted.equals(text)) {
        different++;
        System.out.println((write ? "formatted " : "not formatted: ") + file);
        if (write) {
          Files.writeString(file, formatted);
        }
      }
    }
    if (different > 0 && !write) {
      System.out.println("./mvnw -N verify -Dformat=write formats them");
      System.exit(1);
    }
  }

  private static String formatted(String text) throws Exception {
    var style = JavaFormatterOptions.Style.GOOGLE;
    String ordered =
        ImportOrderer.reorderImports(RemoveUnusedImports.removeUnusedImports(text), style);
    return new Formatter(JavaFormatterOptions.builder().style(style).build()).formatSource(ordered);
  }

  private static List<Path> sources() throws IOException {
    try (var files = Files.walk(Path.of("."))) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .filter(file -> file.toString().matches("\\./(bin/.*|[^/]+/src/.*)"))
          .toList();
    }
  }
}
