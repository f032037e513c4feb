package phoneseller.customer.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Writes server-sent events: an id if there is one, a name, and JSON, which has no line break. */
final class EventWriter {

  private final Sink sink;
  private final JsonMapper json;
  private final StringBuilder text = new StringBuilder();

  /** Where they go. */
  interface Sink {
    void write(byte[] bytes) throws IOException;
  }

  EventWriter(Sink sink, JsonMapper json) {
    this.sink = sink;
    this.json = json;
  }

  /** When the reader is to come again after the end. */
  void comeAgainAfter(long millis) {
    text.append("retry: ").append(millis).append("\n\n");
  }

  void event(@Nullable String id, String name, Object data) {
    if (id != null) {
      text.append("id: ").append(id.replaceAll("\\p{Cntrl}", "_")).append('\n');
    }
    text.append("event: ").append(name).append('\n');
    text.append("data: ").append(json.writeValueAsString(data)).append("\n\n");
  }

  /** Says nothing, so that everybody between here and the reader sees that both are there. */
  void heartbeat() throws IOException {
    text.append(":\n\n");
    flush();
  }

  void flush() throws IOException {
    if (!text.isEmpty()) {
      sink.write(text.toString().getBytes(UTF_8));
      text.setLength(0);
    }
  }
}
