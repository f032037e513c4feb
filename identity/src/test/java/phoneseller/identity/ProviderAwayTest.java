package phoneseller.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import phoneseller.testing.TestProvider;
import phoneseller.testing.TestServiceToken;

/** The local default while the provider is away: guests and services do not notice. */
@SpringBootTest(
    properties = {
      "spring.application.name=app",
      "phoneseller.identity.guests=true",
      "phoneseller.service-credential=" + TestServiceToken.CREDENTIAL
    })
@AutoConfigureMockMvc
class ProviderAwayTest {

  private static final TestProvider PROVIDER = TestProvider.start();

  @Autowired MockMvcTester http;

  @DynamicPropertySource
  static void provider(DynamicPropertyRegistry properties) {
    properties.add("phoneseller.identity.issuer", PROVIDER::issuer);
    PROVIDER.close();
  }

  @Test
  void aPersonIsAskedToComeAgainAndNotTurnedAway() {
    var answer = get("Bearer " + PROVIDER.token("customer-1", "customer"));

    assertThat(answer).hasStatus(503).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
    assertThat(answer).headers().containsHeader(HttpHeaders.RETRY_AFTER);
  }

  @Test
  void aServiceIsKnownAllTheSame() {
    assertThat(get("Bearer " + TestServiceToken.of("pay"))).hasStatusOk();
  }

  @Test
  void aGuestMaySeeEverything() {
    assertThat(http.get().uri("/orders/1").exchange())
        .hasStatusOk()
        .bodyJson()
        .isLenientlyEqualTo("{\"name\":\"guest\",\"owner\":\"everybody\"}");
  }

  @Test
  void whoShowsABadTokenIsNoGuest() {
    assertThat(get("Bearer a.b.c")).hasStatus(401);
  }

  private MvcTestResult get(String authorization) {
    return http.get().uri("/orders/1").header(HttpHeaders.AUTHORIZATION, authorization).exchange();
  }
}
