package phoneseller.store;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import phoneseller.testing.PublishedApi;
import phoneseller.testing.TestDatabase;

/** The published description of the API is what is served. */
@RunningStore
class OpenApiTest {

  @Autowired MockMvcTester http;

  @DynamicPropertySource
  static void database(DynamicPropertyRegistry properties) {
    TestDatabase.HSQLDB.configure(properties);
  }

  @Test
  void thePublishedDescriptionIsTheServedOne() throws IOException {
    var served = http.get().uri("/v3/api-docs").exchange().getResponse();

    new PublishedApi("store").check(served.getContentAsByteArray());
  }
}
