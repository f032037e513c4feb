package phoneseller.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The OpenAPI document of a service in {@code docs}; {@code -Dopenapi.update=true} renews it. */
public record PublishedApi(String service) {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .build();

  /** Fails when the served document is not the published one. */
  public void check(byte[] served) throws IOException {
    var document = (ObjectNode) JSON.readTree(served);
    document.remove("servers");
    var file = Path.of("../docs/openapi", service + ".json");
    if (Boolean.getBoolean("openapi.update")) {
      Files.createDirectories(file.getParent());
      Files.writeString(file, JSON.writeValueAsString(document) + "\n");
    }
    assertThat(JSON.readTree(Files.readString(file))).isEqualTo(document);
  }
}
