package phoneseller.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

@SpringBootTest(properties = "spring.kafka.bootstrap-servers=127.0.0.1:1")
@AutoConfigureMockMvc
class OpenApiTest {

  private static final Path COMMITTED = Path.of("../docs/openapi/customer.json");

  @Autowired private MockMvc http;

  @DynamicPropertySource
  static void database(DynamicPropertyRegistry properties) {
    String url = Databases.h2();
    properties.add("spring.datasource.url", () -> url);
  }

  /** {@code -Dopenapi.update=true} writes the document anew. */
  @Test
  void theServedDocumentIsTheCommittedOne() throws Exception {
    String served = served();
    if (Boolean.getBoolean("openapi.update")) {
      Files.writeString(COMMITTED, served);
    }

    assertThat(Files.readString(COMMITTED)).isEqualTo(served);
  }

  private String served() throws Exception {
    var answer = http.perform(get("/v3/api-docs")).andReturn().getResponse();
    var json = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    var document = (ObjectNode) json.readTree(answer.getContentAsByteArray());
    document.remove("servers");
    return json.writeValueAsString(document).replace("\r\n", "\n") + "\n";
  }
}
