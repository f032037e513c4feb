package phoneseller.customer.web;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** Reads a stream of server-sent events as it comes, over a real connection. */
final class EventReader implements AutoCloseable {

  private final HttpClient http = HttpClient.newHttpClient();
  private final List<String> lines = new CopyOnWriteArrayList<>();
  private final HttpResponse<Stream<String>> answer;
  private final Thread reading;

  EventReader(int port, String path) throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .header("Accept", "text/event-stream")
            .build();
    answer = http.send(request, BodyHandlers.ofLines());
    reading = Thread.ofVirtual().start(this::read);
  }

  private void read() {
    try {
      answer.body().forEach(lines::add);
    } catch (RuntimeException e) {
      lines.add("broken: " + e);
    }
  }

  HttpResponse<?> answer() {
    return answer;
  }

  /** All that has come so far. */
  List<String> lines() {
    return List.copyOf(lines);
  }

  /** What has come so far after lines that begin so. */
  List<String> after(String beginning) {
    return lines.stream()
        .filter(line -> line.startsWith(beginning))
        .map(line -> line.substring(beginning.length()))
        .toList();
  }

  boolean isAtItsEnd() {
    return !reading.isAlive();
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
