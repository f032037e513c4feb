package phoneseller.app.adapter.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import phoneseller.app.RunningApp;
import phoneseller.testing.TestDatabase;

/** The catalogue over HTTP, in a shop that shows its demo phones. */
@RunningApp
class PhoneControllerTest {

  @Autowired MockMvcTester http;

  @DynamicPropertySource
  static void settings(DynamicPropertyRegistry properties) {
    TestDatabase.H2.configure(properties);
  }

  @Test
  void aPhoneIsShownWithAllThatAPageNeeds() {
    var phone = http.get().uri("/phones/1").exchange();

    assertThat(phone).hasStatus(200).hasContentType("application/hal+json");
    assertThat(phone)
        .bodyJson()
        .isLenientlyEqualTo(
            """
            {"id":1,"name":"GX Note99","stockKeepingName":"GX-NOTE99","brand":"GX",
             "unitPrice":495000,"picture":"/assets/phones/gx-note99.svg","demo":false,
             "options":[
               {"name":{"ko":"색상","en":"Colour"},
                "values":[{"code":"black","ko":"검정","en":"Black"},
                  {"code":"silver","ko":"은색","en":"Silver"},
                  {"code":"blue","ko":"파랑","en":"Blue"}]},
               {"name":{"ko":"저장 용량","en":"Storage"},
                "values":[{"code":"256","ko":"256 GB","en":"256 GB"},
                  {"code":"512","ko":"512 GB","en":"512 GB"}]}],
             "_links":{"self":{"href":"http://localhost/phones/1"},
               "phone":{"href":"http://localhost/phones/1"}}}\
            """);
    assertThat(phone).bodyJson().hasPath("$.description.ko").hasPath("$.description.en");
  }

  @Test
  void phonesAreListedAsAHalPage() {
    var page = http.get().uri("/phones").exchange();

    assertThat(page).hasStatus(200).hasContentType("application/hal+json");
    assertThat(page).bodyJson().extractingPath("$.page.totalElements").isEqualTo(11);
    assertThat(page).bodyJson().extractingPath("$._embedded.phones.length()").isEqualTo(11);
    assertThat(page).bodyJson().extractingPath("$._embedded.phones[8].demo").isEqualTo(true);
    assertThat(page).bodyJson().extractingPath("$._embedded.phones[8].unitPrice").isEqualTo(402);
    var second = http.get().uri("/phones?page=1&size=4").exchange();
    assertThat(second).bodyJson().extractingPath("$._embedded.phones[0].id").isEqualTo(5);
    assertThat(second).bodyJson().hasPath("$._links.next");
  }

  @Test
  void anUnknownPhoneIsNotFound() {
    assertThat(http.get().uri("/phones/999").exchange())
        .hasStatus(404)
        .hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
    assertThat(http.get().uri("/phones/abc").exchange()).hasStatus(400);
    assertThat(http.get().uri("/phones?page=-1").exchange()).hasStatus(422);
    assertThat(http.delete().uri("/phones/1").exchange()).hasStatus(405);
  }
}
