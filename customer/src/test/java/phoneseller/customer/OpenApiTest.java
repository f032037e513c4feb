package phoneseller.customer;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import phoneseller.testing.PublishedApi;
import phoneseller.testing.TestDatabase;

@SpringBootTest(properties = "spring.kafka.bootstrap-servers=127.0.0.1:1")
@AutoConfigureMockMvc
class OpenApiTest {

  @Autowired private MockMvc http;

  @DynamicPropertySource
  static void database(DynamicPropertyRegistry properties) {
    String url = TestDatabase.H2.create().url();
    properties.add("spring.datasource.url", () -> url);
  }

  @Test
  void theServedDocumentIsTheCommittedOne() throws Exception {
    var served = http.perform(get("/v3/api-docs")).andReturn().getResponse();

    new PublishedApi("customer").check(served.getContentAsByteArray());
  }
}
