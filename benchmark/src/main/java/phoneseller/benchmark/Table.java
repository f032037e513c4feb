package phoneseller.benchmark;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** All figures of a run. */
final class Table {

  private static final JsonMapper JSON = JsonMapper.shared();

  private final List<Figure> figures = new ArrayList<>();
  private final PrintStream out;

  Table(PrintStream out) {
    this.out = out;
    head();
  }

  /** Tells it at once: a run is long, and its end may not come. */
  void add(Figure figure) {
    figures.add(figure);
    out.println(figure.line());
  }

  /** All of it once more, without what was told in between. */
  void print() {
    out.println();
    head();
    figures.forEach(figure -> out.println(figure.line()));
  }

  private void head() {
    out.printf(
        "%-10s %-44s %12s %12s  %-9s %s%n", "part", "figure", "shop", "yardstick", "unit", "ratio");
  }

  /** Machine-readable, and as a chart. */
  void write(Path folder) throws IOException {
    Files.writeString(
        folder.resolve("bench.json"),
        JSON.writerWithDefaultPrettyPrinter().writeValueAsString(figures));
    Files.writeString(folder.resolve("bench.svg"), Chart.of(figures));
  }
}
