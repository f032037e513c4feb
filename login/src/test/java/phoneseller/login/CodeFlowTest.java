package phoneseller.login;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jwt.SignedJWT;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How the gateway has somebody signed in: the authorization code flow with PKCE, over HTTP. */
class CodeFlowTest {

  @TempDir static Path folder;
  private static RunningLogin login;

  private CodeFlow flow;

  @BeforeAll
  static void start() {
    login = new RunningLogin(folder);
  }

  @BeforeEach
  void begin() {
    flow = new CodeFlow(login);
  }

  @AfterAll
  static void stop() {
    login.close();
  }

  @Test
  void whoSignsInIsSentBackWithACodeAndTheState() {
    var back = flow.sentBack("customer-1");

    assertThat(back).asString().startsWith(RunningLogin.CALLBACK + "?");
    assertThat(CodeFlow.parameters(back)).containsEntry("state", "some-state").containsKey("code");
  }

  @Test
  void theAccessTokenSaysWhoForWhomAndInWhichRole() throws Exception {
    var token = SignedJWT.parse(flow.tokens("dealer-1").get("access_token").asString());
    var claims = token.getJWTClaimsSet();

    var key = login.keys().getKeyByKeyId(token.getHeader().getKeyID()).toRSAKey();
    assertThat(token.getHeader().getAlgorithm().getName()).isEqualTo("RS256");
    assertThat(token.verify(new RSASSAVerifier(key))).isTrue();
    assertThat(claims.getIssuer()).isEqualTo(login.issuer());
    assertThat(claims.getSubject()).isEqualTo("dealer-1");
    assertThat(claims.getAudience()).containsExactly("phoneseller");
    assertThat(claims.getStringListClaim("roles")).containsExactly("dealer");
    assertThat(
            Duration.between(
                claims.getIssueTime().toInstant(), claims.getExpirationTime().toInstant()))
        .isEqualTo(Duration.ofMinutes(15));
  }

  @Test
  void theIdTokenIsForTheGatewayAndCarriesItsNonce() throws Exception {
    var claims =
        SignedJWT.parse(flow.tokens("operator-1").get("id_token").asString()).getJWTClaimsSet();

    assertThat(claims.getSubject()).isEqualTo("operator-1");
    assertThat(claims.getAudience()).containsExactly(Claims.CLIENT);
    assertThat(claims.getStringClaim("nonce")).isEqualTo("some-nonce");
    assertThat(claims.getStringListClaim("roles")).containsExactly("operator");
  }

  @Test
  void nothingPrivateIsAmongThePublishedKeys() {
    assertThat(login.keys().getKeys()).hasSize(1).noneMatch(key -> key.isPrivate());
  }

  @Test
  void aCodeIsWorthNothingWithoutItsVerifier() {
    var form = flow.trade(flow.code("customer-1"));
    form.put("code_verifier", "another-verifier-of-at-least-forty-three-chars-");

    refused(flow.token(form), 400, "invalid_grant");
  }

  @Test
  void aCodeIsWorthNothingWithAnyVerifierMissing() {
    var form = flow.trade(flow.code("customer-1"));
    form.remove("code_verifier");

    refused(flow.token(form), 400, "invalid_grant");
  }

  @Test
  void aCodeIsTradedOnce() {
    String code = flow.code("customer-1");

    assertThat(flow.token(flow.trade(code)).statusCode()).isEqualTo(200);
    refused(flow.token(flow.trade(code)), 400, "invalid_grant");
  }

  @Test
  void nobodyIsAskedForAPasswordWithoutPkce() {
    var question = flow.question();
    question.remove("code_challenge");
    question.remove("code_challenge_method");

    assertThat(Browser.location(flow.ask(question)))
        .asString()
        .startsWith(RunningLogin.CALLBACK)
        .contains("error=invalid_request", "code_challenge");
  }

  @Test
  void aChallengeThatIsTheVerifierItselfIsRefused() {
    var question = flow.question();
    question.put("code_challenge", flow.verifier());
    question.put("code_challenge_method", "plain");

    assertThat(Browser.location(flow.ask(question)))
        .asString()
        .startsWith(RunningLogin.CALLBACK)
        .contains("error=invalid_request");
  }

  @Test
  void nobodyIsSentAnywhereElse() {
    for (String elsewhere :
        new String[] {
          "https://evil.example/session/callback",
          "http://localhost:18089/session/callback",
          "http://localhost:18088/session/callback/more",
          "http://localhost:18088@evil.example/session/callback"
        }) {
      var question = flow.question();
      question.put("redirect_uri", elsewhere);

      var answer = flow.ask(question);

      assertThat(answer.statusCode()).as(elsewhere).isEqualTo(400);
      assertThat(answer.headers().firstValue("Location")).as(elsewhere).isEmpty();
    }
  }

  @Test
  void anotherClientOrAnotherSecretGetsNoToken() {
    refused(
        flow.token(flow.trade(flow.code("customer-1")), "not-the-secret-of-it"),
        401,
        "invalid_client");

    var question = flow.question();
    question.put("client_id", "another");
    assertThat(flow.ask(question).statusCode()).isEqualTo(400);
  }

  @Test
  void whoHasATokenMayAskWhoTheyAre() {
    String token = flow.tokens("customer-1").get("access_token").asString();
    var userInfo = flow.at("/userinfo");

    var told = new Browser().get(userInfo, "Authorization", "Bearer " + token);
    assertThat(told.statusCode()).isEqualTo(200);
    assertThat(CodeFlow.JSON.readTree(told.body()).get("sub").asString()).isEqualTo("customer-1");

    assertThat(new Browser().get(userInfo).statusCode()).isEqualTo(401);
    var forged = new Browser().get(userInfo, "Authorization", "Bearer " + token + "x");
    assertThat(forged.statusCode()).isEqualTo(401);
  }

  @Test
  void theWayBackIsKeptForEveryBrowser() {
    var address = flow.at("/oauth2/authorize?" + Browser.encoded(flow.question()));
    var page = Browser.location(flow.browser().get(address, "Accept", "application/json"));

    var signedIn = flow.browser().signIn(page, "customer-1", login.password("customer-1"));

    assertThat(Browser.location(signedIn).getPath()).isEqualTo("/oauth2/authorize");
  }

  @Test
  void aTokenIsRefreshedAgainAndAgainWithTheSameRefreshToken() throws Exception {
    String refresh = flow.tokens("customer-2").get("refresh_token").asString();

    for (int time = 0; time < 2; time++) {
      var again = flow.refresh(refresh);
      assertThat(again.statusCode()).isEqualTo(200);
      var token = CodeFlow.JSON.readTree(again.body()).get("access_token").asString();
      var claims = SignedJWT.parse(token).getJWTClaimsSet();
      assertThat(claims.getSubject()).isEqualTo("customer-2");
      assertThat(claims.getAudience()).containsExactly("phoneseller");
      assertThat(claims.getStringListClaim("roles")).containsExactly("customer");
    }
  }

  @Test
  void anAccessTokenRefreshesNothing() {
    refused(
        flow.refresh(flow.tokens("customer-1").get("access_token").asString()),
        400,
        "invalid_grant");
  }

  @Test
  void whoSignsOutIsSentToTheShopAndMustSignInAgain() {
    var tokens = flow.tokens("customer-1");
    var signedIn = flow.ask(flow.question());
    assertThat(Browser.location(signedIn)).asString().startsWith(RunningLogin.CALLBACK);

    var out = flow.signOut(tokens.get("id_token").asString(), RunningLogin.GATEWAY + "/");

    assertThat(Browser.location(out)).hasToString(RunningLogin.GATEWAY + "/");
    assertThat(Browser.location(flow.ask(flow.question())).getPath()).isEqualTo("/login");
  }

  @Test
  void anIdTokenFromBeforeARefreshStillSignsOut() {
    var tokens = flow.tokens("customer-1");
    flow.refresh(tokens.get("refresh_token").asString());

    var out = flow.signOut(tokens.get("id_token").asString(), RunningLogin.GATEWAY + "/");

    assertThat(Browser.location(out)).hasToString(RunningLogin.GATEWAY + "/");
  }

  @Test
  void whoSignsOutIsSentNowhereElse() {
    var tokens = flow.tokens("customer-1");

    var out = flow.signOut(tokens.get("id_token").asString(), "https://evil.example/");

    assertThat(out.statusCode()).isEqualTo(400);
    assertThat(out.headers().firstValue("Location")).isEmpty();
  }

  @Test
  void theProviderTellsWhereEverythingIs() {
    var told =
        CodeFlow.JSON.readTree(
            flow.browser().get(flow.at("/.well-known/openid-configuration")).body());

    assertThat(told.get("issuer").asString()).isEqualTo(login.issuer());
    assertThat(told.get("end_session_endpoint").asString())
        .isEqualTo(login.issuer() + "/connect/logout");
    assertThat(told.get("code_challenge_methods_supported").toString()).isEqualTo("[\"S256\"]");
  }

  private static void refused(HttpResponse<String> answer, int status, String error) {
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(CodeFlow.JSON.readTree(answer.body()).get("error").asString()).isEqualTo(error);
  }
}
