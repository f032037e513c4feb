package phoneseller.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A service keeps the table of access: every endpoint that it serves or publishes has its rule, and
 * each role is answered as the rule says, owner and stranger.
 */
@ExtendWith(OutputCaptureExtension.class)
public abstract class AccessContract {

  protected static final TestProvider PROVIDER = TestProvider.start();

  protected static final String OWNER = PROVIDER.token("customer-1", "customer");
  protected static final String STRANGER = PROVIDER.token("customer-2", "customer");
  protected static final String OPERATOR = PROVIDER.token("operator-1", "operator");
  private static final String DEALER = PROVIDER.token("dealer-1", "dealer");

  /** Somebody whom the provider knows, and who has no role in the shop. */
  private static final String PASSER_BY = PROVIDER.token("somebody", "admin", "service");

  private static final String CARD = "4111 1111 " + "1111 1111";

  private static final Map<String, String> TOKENS =
      Map.of("customer", OWNER, "dealer", DEALER, "operator", OPERATOR);

  @Autowired protected MockMvcTester http;
  @Autowired private ApplicationContext context;

  private final AccessMatrix matrix;
  private final String service;

  protected AccessContract(String service) {
    this.service = service;
    this.matrix = AccessMatrix.of(service);
  }

  /** A request for each endpoint of the table, by it. */
  protected abstract Map<String, Example> examples();

  @DynamicPropertySource
  static void productionsDefault(DynamicPropertyRegistry properties) {
    PROVIDER.configure(properties);
    properties.add("phoneseller.service-credential", () -> TestServiceToken.CREDENTIAL);
    properties.add("phoneseller.faults.enabled", () -> "true");
    properties.add("management.prometheus.metrics.export.enabled", () -> "true");
  }

  @Test
  void whatIsServedAndWhatIsPublishedHasARuleAndNothingElse() throws IOException {
    var served = served();

    assertThat(matrix.rules().keySet()).containsExactlyInAnyOrderElementsOf(served);
    assertThat(served).containsAll(published());
  }

  @TestFactory
  Stream<DynamicTest> eachRoleIsAnsweredAsTheRuleSays() {
    var examples = examples();
    assertThat(examples.keySet()).isEqualTo(matrix.rules().keySet());
    return matrix.rules().entrySet().stream()
        .map(rule ->
            dynamicTest(
                rule.getKey(),
                () ->
                    follows(
                        rule.getKey().substring(0, rule.getKey().indexOf(' ')),
                        Objects.requireNonNull(examples.get(rule.getKey())),
                        rule.getValue())));
  }

  /** Tokens good and bad, a password, and a card's number where nobody asked for one. */
  @Test
  void whatIsSecretIsNeitherLoggedNorToldAgain(CapturedOutput output) throws Exception {
    var told = new StringBuilder();
    for (var example : examples().entrySet()) {
      var method = example.getKey().substring(0, example.getKey().indexOf(' '));
      for (var shown :
          List.of("Bearer canary", "Bearer " + OWNER + "canary", "Basic canary", "canary")) {
        var refused = sent(method, example.getValue(), shown);
        assertThat(refused.getStatus()).isEqualTo(401);
        told.append(refused.getContentAsString());
      }
      for (var token : List.of(OWNER, OPERATOR, TestServiceToken.of("pay"))) {
        var answer = sent(method, example.getValue(), "Bearer " + token);
        told.append(answer.getContentAsString());
        answer.getHeaderNames().forEach(name -> told.append(answer.getHeaders(name)));
      }
    }
    assertThat(told.append(output).toString())
        .doesNotContain("canary")
        .doesNotContain(TestServiceToken.CREDENTIAL)
        .doesNotContain("eyJ")
        .doesNotContain(CARD);
  }

  private MockHttpServletResponse sent(String method, Example example, String authorization) {
    return http.perform(
            request(method, example.mine(), example.body())
                .header(HttpHeaders.AUTHORIZATION, authorization)
                .header("X-Reason", "card " + CARD))
        .getResponse();
  }

  private void follows(String method, Example example, Map<String, String> rule) throws Exception {
    boolean forAnyone = !"-".equals(rule.get("anyone"));
    if (forAnyone) {
      assertAllowed(method, example, null);
    } else {
      assertThat(ask(method, example.mine(), example.body(), null).getStatus()).isEqualTo(401);
    }
    check(method, example, forAnyone, PASSER_BY);
    for (var role : TOKENS.entrySet()) {
      check(method, example, !"-".equals(rule.get(role.getKey())), role.getValue());
    }
    check(method, example, !"-".equals(rule.get("service")), TestServiceToken.of("pay"));
    if ("own".equals(rule.get("customer")) && example.nowhere() != null) {
      assertThat(normal(ask(method, example.mine(), example.body(), STRANGER), example.id()))
          .as("a stranger's %s", example.mine())
          .isEqualTo(
              normal(ask(method, example.nobodys(), example.body(), STRANGER), example.nowhere()));
    }
  }

  private void check(String method, Example example, boolean allowed, String token)
      throws Exception {
    if (allowed) {
      assertAllowed(method, example, token);
    } else {
      var answer = ask(method, example.mine(), example.body(), token);
      assertThat(answer.getStatus()).as(example.mine()).isEqualTo(403);
      assertThat(answer.getContentType()).isEqualTo(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    }
  }

  private void assertAllowed(String method, Example example, @Nullable String token)
      throws Exception {
    assertThat(ask(method, example.mine(), example.body(), token).getStatus())
        .as(example.mine())
        .isIn(example.answers());
  }

  protected MockHttpServletResponse ask(
      String method, String uri, @Nullable String body, @Nullable String token) {
    var request = request(method, uri, body);
    if (token != null) {
      request.header(HttpHeaders.AUTHORIZATION, "Bearer " + token);
    }
    return http.perform(request).getResponse();
  }

  private static MockHttpServletRequestBuilder request(
      String method, String uri, @Nullable String body) {
    var request = MockMvcRequestBuilders.request(HttpMethod.valueOf(method), uri);
    if (body != null) {
      request.contentType(MediaType.APPLICATION_JSON).content(body);
    }
    return request;
  }

  /** What every service has besides its own. */
  protected static Map<String, Example> withOperations(Map<String, Example> own) {
    var all = new HashMap<>(own);
    all.put("GET /v3/api-docs", Example.of("/v3/api-docs", 200));
    all.put("GET /v3/api-docs.yaml", Example.of("/v3/api-docs.yaml", 200));
    all.put("GET /actuator", Example.of("/actuator", 200));
    all.put("GET /actuator/health", Example.of("/actuator/health", 200, 503));
    all.put("GET /actuator/health/**", Example.of("/actuator/health/liveness", 200));
    all.put("GET /actuator/prometheus", Example.of("/actuator/prometheus", 200));
    all.put("GET /actuator/deadletters", Example.of("/actuator/deadletters", 200, 503));
    for (var act : List.of("/actuator/deadletters/explain", "/actuator/deadletters/replay")) {
      all.put("POST " + act, Example.of(act, 422).sending("{}"));
    }
    for (var method : List.of("GET", "POST", "DELETE")) {
      int answer = method.equals("POST") ? 422 : 200;
      all.put(method + " /actuator/faults", Example.of("/actuator/faults", answer).sending("{}"));
      all.put(
          method + " /actuator/faults/{part}",
          Example.of("/actuator/faults/nothing", 404).sending("{}"));
    }
    return all;
  }

  /** All of an answer but what tells one request from the other. */
  private static Map<String, String> normal(MockHttpServletResponse answer, String id)
      throws UnsupportedEncodingException {
    var all = new TreeMap<String, String>();
    all.put("status", Integer.toString(answer.getStatus()));
    for (var name : new HashSet<>(answer.getHeaderNames())) {
      all.put(name, String.join(", ", answer.getHeaders(name)));
    }
    all.remove("X-Correlation-Id");
    all.put(
        "body",
        answer
            .getContentAsString()
            .replaceAll("\"correlationId\":\"[^\"]*\"", "")
            .replaceAll("\\b" + id + "\\b", "#"));
    return all;
  }

  private Set<String> served() {
    var served = new TreeSet<String>();
    context.getBeansOfType(RequestMappingInfoHandlerMapping.class).values().stream()
        .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
        .forEach(info -> addAll(info, served));
    served.removeIf(endpoint -> endpoint.endsWith(" /error"));
    return served;
  }

  private static void addAll(RequestMappingInfo info, Set<String> served) {
    var methods = info.getMethodsCondition().getMethods();
    for (var path : info.getPatternValues()) {
      if (methods.isEmpty()) {
        served.add("ANY " + path);
      }
      methods.forEach(method -> served.add(method + " " + path));
    }
  }

  private Set<String> published() throws IOException {
    var file = Path.of("../docs/openapi", service + ".json");
    JsonNode paths = new JsonMapper().readTree(Files.readString(file)).path("paths");
    var endpoints = new TreeSet<String>();
    for (var path : paths.properties()) {
      path.getValue()
          .propertyNames()
          .forEach(method -> endpoints.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey()));
    }
    return endpoints;
  }
}
