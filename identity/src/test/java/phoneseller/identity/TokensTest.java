package phoneseller.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.PlainHeader;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
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

/** Good tokens, and everything that looks like one, before a service in production's default. */
@SpringBootTest(
    properties = {
      "spring.application.name=app",
      "phoneseller.service-credential=" + TestServiceToken.CREDENTIAL
    })
@AutoConfigureMockMvc
class TokensTest {

  private static final TestProvider PROVIDER = TestProvider.start();

  @Autowired MockMvcTester http;

  @DynamicPropertySource
  static void provider(DynamicPropertyRegistry properties) {
    PROVIDER.configure(properties);
  }

  @AfterAll
  static void stop() {
    PROVIDER.close();
  }

  @Test
  void aPersonIsKnownByTheTokenOfTheProvider() {
    assertThat(get(PROVIDER.token("customer-1", "customer")))
        .hasStatusOk()
        .bodyJson()
        .isLenientlyEqualTo("{\"name\":\"customer-1\",\"owner\":\"customer-1\"}");
    assertThat(get(PROVIDER.token("operator-1", "customer", "operator")))
        .hasStatusOk()
        .bodyJson()
        .isLenientlyEqualTo("{\"name\":\"operator-1\",\"owner\":\"everybody\"}");
  }

  @Test
  void rolesMayBeWordsOfOneText() {
    var token =
        TestProvider.signed(
            PROVIDER.claims("o").claim("roles", "openid operator").build(), PROVIDER.key());

    assertThat(get(token)).hasStatusOk();
  }

  @Test
  void aServiceIsKnownByItsOwnToken() {
    assertThat(get(TestServiceToken.of("pay")))
        .hasStatusOk()
        .bodyJson()
        .isLenientlyEqualTo("{\"name\":\"pay\",\"owner\":\"everybody\"}");
  }

  @Test
  void theProviderMakesNobodyAService() {
    assertThat(get(PROVIDER.token("pay", "service"))).hasStatus(403);
  }

  @Test
  void aTokenIsVerifiedOnceAndBelievedForAMoment() {
    var token = PROVIDER.token("customer-1", "customer");

    assertThat(get(token)).hasStatusOk();
    assertThat(get(token)).hasStatusOk();
    assertThat(get(token + "x")).hasStatus(401);
  }

  static Stream<Arguments> badTokens() throws JOSEException {
    var key = PROVIDER.key();
    var stranger = TestProvider.newKey(key.getKeyID());
    var good = PROVIDER.token("customer-1", "customer");
    return Stream.of(
        Arguments.of("signed by somebody else", TestProvider.signed(good(), stranger)),
        Arguments.of(
            "of an unknown key", TestProvider.signed(good(), TestProvider.newKey("nobody's"))),
        Arguments.of("expired", changed(c -> c.expirationTime(in(-60)))),
        Arguments.of("not yet valid", changed(c -> c.notBeforeTime(in(120)))),
        Arguments.of("without an end", changed(c -> c.expirationTime(null))),
        Arguments.of("for another audience", changed(c -> c.audience("another-shop"))),
        Arguments.of("for no audience", changed(c -> c.audience((String) null))),
        Arguments.of("of another issuer", changed(c -> c.issuer("http://localhost:1"))),
        Arguments.of("of no issuer", changed(c -> c.issuer(null))),
        Arguments.of("of the services' issuer", changed(c -> c.issuer("phoneseller:services"))),
        Arguments.of("of nobody", changed(c -> c.subject(null))),
        Arguments.of("of a name too long", changed(c -> c.subject("x".repeat(65)))),
        Arguments.of("of a name that is two lines", changed(c -> c.subject("a\nb"))),
        Arguments.of("alg none", new PlainJWT(new PlainHeader(), good()).serialize()),
        Arguments.of("alg none, with a signature", unsigned(good)),
        Arguments.of(
            "HS256 with the public key",
            TestServiceToken.signed(good(), key.toRSAPublicKey().getEncoded())),
        Arguments.of(
            "HS256 with the published key",
            TestServiceToken.signed(
                good(), key.toPublicJWK().toJSONString().getBytes(StandardCharsets.UTF_8))),
        Arguments.of("tampered payload", tampered(good)),
        Arguments.of("a service by another secret", service(c -> c, "another secret")),
        Arguments.of(
            "a service, expired",
            service(c -> c.expirationTime(in(-60)), TestServiceToken.CREDENTIAL)),
        Arguments.of(
            "a service, for others",
            service(c -> c.audience("another-shop"), TestServiceToken.CREDENTIAL)),
        Arguments.of(
            "a person by the services' secret",
            TestServiceToken.signed(good(), TestServiceToken.CREDENTIAL)),
        Arguments.of("the secret itself", TestServiceToken.CREDENTIAL),
        Arguments.of("garbage", "a.b.c"),
        Arguments.of("no token", "canary"),
        Arguments.of("nothing", ""),
        Arguments.of("oversized", "a".repeat(9000)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("badTokens")
  void whateverIsWrongWithATokenItIs401(String what, String token) {
    assertRefused(get(token));
  }

  @Test
  void twoAuthorizationHeadersAreNone() {
    var good = "Bearer " + PROVIDER.token("customer-1", "customer");

    assertRefused(
        http.get().uri("/orders/1").header(HttpHeaders.AUTHORIZATION, good, good).exchange());
    assertRefused(
        http.get().uri("/orders/1").header(HttpHeaders.AUTHORIZATION, "Basic YTpi").exchange());
  }

  @Test
  void withoutATokenOneIsAskedFor() {
    var answer = http.get().uri("/orders/1").exchange();

    assertThat(answer).hasStatus(401).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
    assertThat(answer).headers().hasValue(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
    assertThat(answer).bodyJson().extractingPath("$.correlationId").isNotNull();
  }

  @Test
  void whatNoRuleSpeaksOfIsForNobody() {
    var operator = "Bearer " + PROVIDER.token("o", "operator", "customer", "dealer");

    assertThat(
            http.delete().uri("/orders/1").header(HttpHeaders.AUTHORIZATION, operator).exchange())
        .hasStatus(403);
    assertThat(http.delete().uri("/orders/1").exchange()).hasStatus(401);
  }

  @Test
  void whatIsForAnyoneNeedsNoTokenButTakesNoBadOne() {
    assertThat(http.get().uri("/actuator/health").exchange()).hasStatusOk();
    assertRefused(
        http.get()
            .uri("/actuator/health")
            .header(HttpHeaders.AUTHORIZATION, "Bearer x")
            .exchange());
    assertThat(http.get().uri("/nowhere").exchange()).hasStatus(404);
  }

  private static void assertRefused(MvcTestResult answer) {
    assertThat(answer).hasStatus(401).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
    assertThat(answer)
        .headers()
        .hasValue(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"invalid_token\"");
    assertThat(answer).bodyJson().extractingPath("$.correlationId").isNotNull();
    assertThat(answer)
        .bodyJson()
        .extractingPath("$.detail")
        .isEqualTo("The token is not accepted.");
  }

  private MvcTestResult get(String token) {
    return http.get()
        .uri("/orders/1")
        .header(HttpHeaders.AUTHORIZATION, "Bearer " + token)
        .exchange();
  }

  private static JWTClaimsSet good() {
    return PROVIDER.claims("customer-1", "customer").build();
  }

  private static String changed(UnaryOperator<JWTClaimsSet.Builder> change) {
    var claims = change.apply(PROVIDER.claims("customer-1", "customer"));
    return TestProvider.signed(claims.build(), PROVIDER.key());
  }

  private static String service(UnaryOperator<JWTClaimsSet.Builder> change, String secret) {
    return TestServiceToken.signed(change.apply(TestServiceToken.claims("pay")).build(), secret);
  }

  private static Date in(long seconds) {
    return Date.from(Instant.now().plusSeconds(seconds));
  }

  private static String tampered(String token) {
    var parts = token.split("\\.", -1);
    var claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
    return parts[0] + "." + encoded(claims.replace("customer-1", "customer-2")) + "." + parts[2];
  }

  private static String unsigned(String token) {
    var parts = token.split("\\.", -1);
    return encoded("{\"alg\":\"none\"}") + "." + parts[1] + "." + parts[2];
  }

  private static String encoded(String json) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(json.getBytes(StandardCharsets.UTF_8));
  }
}
