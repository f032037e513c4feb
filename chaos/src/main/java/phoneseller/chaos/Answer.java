package phoneseller.chaos;

import java.net.http.HttpHeaders;
import tools.jackson.databind.JsonNode;

/** What a service said. */
public record Answer(int status, HttpHeaders headers, JsonNode body) {

  public String header(String name) {
    return headers.firstValue(name).orElse("");
  }

  public String text(String field) {
    return body.path(field).asString("");
  }

  /** The id at the end of {@code Location}. */
  public long id() {
    String location = header("Location");
    return Long.parseLong(location.substring(location.lastIndexOf('/') + 1));
  }
}
