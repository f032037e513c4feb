package phoneseller.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.net.http.HttpResponse;

/** What every refusal of the gateway's own looks like. */
final class ProblemAssert {

  private ProblemAssert() {}

  static void assertProblem(HttpResponse<String> answer, int status) {
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(JsonPath.<Integer>read(answer.body(), "$.status")).isEqualTo(status);
    assertThat(JsonPath.<String>read(answer.body(), "$.detail")).isNotBlank();
    assertThat(answer.headers().allValues("X-Correlation-Id"))
        .containsExactly(JsonPath.<String>read(answer.body(), "$.correlationId"));
    assertThat(answer.body()).doesNotContain("Exception").doesNotContain("localhost");
  }
}
