package phoneseller.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import phoneseller.testing.TestDatabase;
import phoneseller.testing.TestDatabase.Address;
import phoneseller.testing.TestServiceToken;

/**
 * This version beside the next one, whose migration has added to the tables of both: as in an
 * update that replaces one instance after the other, and in one that is taken back.
 */
class TwoVersionsTest {

  private static final String THIS = "classpath:db/messaging,classpath:db/migration";
  private static final String NEXT = THIS + ",classpath:db/next";
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  @Test
  void theOldVersionGoesOnBesideTheNewOneAndStartsAfterIt() throws Exception {
    var database = TestDatabase.POSTGRESQL.create();
    try (var old = start(database, THIS)) {
      assertThat(order(old, "before").statusCode()).isEqualTo(202);

      try (var next = start(database, NEXT)) {
        assertThat(order(old, "beside").statusCode()).isEqualTo(202);
        assertThat(order(next, "next").statusCode()).isEqualTo(202);
        assertThat(order(old, "beside").headers().map())
            .as("the same key is the same order for both")
            .containsEntry("Location", List.of(at(old, location(order(next, "beside")))));
      }
    }
    try (var takenBack = start(database, THIS)) {
      assertThat(order(takenBack, "after").statusCode()).isEqualTo(202);
      var jdbc = takenBack.getBean(JdbcTemplate.class);
      assertThat(jdbc.queryForObject("select count(*) from orders", Long.class)).isEqualTo(4);
      assertThat(jdbc.queryForObject("select count(*) from outbox", Long.class)).isEqualTo(4);
      assertThat(jdbc.queryForObject("select count(*) from gift", Long.class)).isZero();
    }
  }

  private static ConfigurableApplicationContext start(Address database, String migrations) {
    var settings = new ArrayList<String>();
    settings.add("--server.port=0");
    settings.add("--spring.flyway.locations=" + migrations);
    settings.add("--spring.datasource.url=" + database.url());
    settings.add("--spring.datasource.username=" + database.user());
    settings.add("--spring.kafka.bootstrap-servers=localhost:1");
    settings.add("--phoneseller.service-credential=" + TestServiceToken.CREDENTIAL);
    settings.add("--phoneseller.messaging.delivery-timeout=1s");
    settings.add("--phoneseller.messaging.lease=3s");
    settings.add("--api.url.pay=http://localhost:1");
    settings.add("--app.follow-up.every=1h");
    return new SpringApplicationBuilder(AppApplication.class).run(settings.toArray(String[]::new));
  }

  private static HttpResponse<String> order(ConfigurableApplicationContext app, String key)
      throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create(at(app, "/orders")))
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", key)
            .POST(BodyPublishers.ofString("{\"item\":\"a phone\",\"qty\":1}"))
            .build();
    return HTTP.send(request, BodyHandlers.ofString());
  }

  private static String location(HttpResponse<String> answer) {
    return URI.create(answer.headers().firstValue("Location").orElseThrow()).getPath();
  }

  private static String at(ConfigurableApplicationContext app, String path) {
    return "http://localhost:" + app.getEnvironment().getProperty("local.server.port") + path;
  }
}
