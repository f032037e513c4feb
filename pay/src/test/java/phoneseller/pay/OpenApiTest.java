package phoneseller.pay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The published description of the API is what is served; -Dopenapi.update=true renews it. */
@RunningPay
class OpenApiTest {

  private static final Path PUBLISHED = Path.of("../docs/openapi/pay.json");
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .build();

  @Autowired MockMvcTester http;

  @DynamicPropertySource
  static void database(DynamicPropertyRegistry properties) {
    TestDatabase.H2.configure(properties);
  }

  @Test
  void thePublishedDescriptionIsTheServedOne() throws IOException {
    var served =
        (ObjectNode)
            JSON.readTree(
                http.get().uri("/v3/api-docs").exchange().getResponse().getContentAsByteArray());
    served.remove("servers");
    if (Boolean.getBoolean("openapi.update")) {
      Files.createDirectories(PUBLISHED.getParent());
      Files.writeString(PUBLISHED, JSON.writeValueAsString(served) + "\n");
    }

    assertThat(JSON.readTree(Files.readString(PUBLISHED))).isEqualTo(served);
  }
}
