package phoneseller.app.adapter.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import phoneseller.app.RunningApp;
import phoneseller.testing.TestDatabase;

/** Orders in a shop that sells what is in its catalogue, and nothing for trying. */
@RunningApp
@TestPropertySource(properties = {"catalogue.strict=true", "catalogue.demo=false"})
class StrictCatalogueTest {

  @Autowired MockMvcTester http;
  @Autowired JdbcTemplate jdbc;

  @DynamicPropertySource
  static void settings(DynamicPropertyRegistry properties) {
    TestDatabase.H2.configure(properties);
  }

  @Test
  void onlyPhonesOfTheCatalogueAreSold() {
    for (var item : new String[] {"test", "gx note99", "DEMO-402", "Demo 402"}) {
      var refused = order(item);
      assertThat(refused).hasStatus(422).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
      assertThat(refused).bodyJson().extractingPath("$.field").isEqualTo("item");
    }
    assertThat(jdbc.queryForObject("select count(*) from orders", Long.class)).isZero();

    assertThat(order("GX-NOTE99/black/512")).as("pay does not answer").hasStatus(202);
    assertThat(jdbc.queryForObject("select price from orders", Long.class)).isEqualTo(495_000);
  }

  @Test
  void nothingForTryingIsShown() {
    var page = http.get().uri("/phones").exchange();

    assertThat(page).bodyJson().extractingPath("$.page.totalElements").isEqualTo(8);
    assertThat(http.get().uri("/phones/9").exchange()).hasStatus(404);
  }

  private MvcTestResult order(String item) {
    return http.post()
        .uri("/orders")
        .contentType(MediaType.APPLICATION_JSON)
        .content("{\"item\":\"" + item + "\",\"qty\":1}")
        .exchange();
  }
}
