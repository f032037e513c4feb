package phoneseller.chaos;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** What clients asked and were told, one line a request, and the orders they were promised. */
final class History implements AutoCloseable {

  private static final JsonMapper JSON = JsonMapper.shared();

  private final Path acknowledged;
  private final BufferedWriter requests;
  private final BufferedWriter promises;
  private final long began = System.nanoTime();
  private boolean closed;

  History(Path folder) {
    acknowledged = folder.resolve("acknowledged.txt");
    try {
      requests = Files.newBufferedWriter(folder.resolve("history.ndjson"));
      promises = Files.newBufferedWriter(acknowledged);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The file of promised orders, one id a line. */
  Path acknowledged() {
    return acknowledged;
  }

  /** One request, and its answer, or what became of it instead. */
  void asked(String what, String subject, long startNanos, String answer, @Nullable Long order) {
    var line = new LinkedHashMap<String, Object>(Map.of());
    line.put("at", (startNanos - began) / 1_000_000);
    line.put("took", (System.nanoTime() - startNanos) / 1_000_000);
    line.put("request", what);
    line.put("subject", subject);
    line.put("answer", answer);
    if (order != null) {
      line.put("order", order);
    }
    write(requests, JSON.writeValueAsString(line));
  }

  void promised(long order) {
    write(promises, Long.toString(order));
  }

  void flush() {
    try {
      synchronized (this) {
        requests.flush();
        promises.flush();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private synchronized void write(BufferedWriter file, String line) {
    if (closed) {
      return;
    }
    try {
      file.write(line);
      file.newLine();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What comes later is of no interest any more. */
  @Override
  public synchronized void close() {
    closed = true;
    try {
      requests.close();
      promises.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
