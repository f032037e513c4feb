package phoneseller.login;

import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The gateway's side of signing somebody in, step by step. */
record CodeFlow(RunningLogin login, Browser browser, String verifier) {

  static final JsonMapper JSON = JsonMapper.shared();

  CodeFlow(RunningLogin login) {
    this(login, new Browser(), "a-verifier-of-at-least-forty-three-characters-0");
  }

  /** Everything that the gateway asks with, as it should be. */
  Map<String, String> question() {
    var question = new TreeMap<String, String>();
    question.put("response_type", "code");
    question.put("client_id", Claims.CLIENT);
    question.put("scope", "openid");
    question.put("state", "some-state");
    question.put("nonce", "some-nonce");
    question.put("redirect_uri", RunningLogin.CALLBACK);
    question.put("code_challenge", challenge(verifier));
    question.put("code_challenge_method", "S256");
    return question;
  }

  static String challenge(String verifier) {
    try {
      var hash =
          MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  URI at(String path) {
    return URI.create(login.issuer() + path);
  }

  HttpResponse<String> ask(Map<String, String> question) {
    return browser.get(at("/oauth2/authorize?" + Browser.encoded(question)));
  }

  /** Asks, is shown the page, signs in there, and is sent back: with a code, if all is well. */
  URI sentBack(String name) {
    var asked = ask(question());
    var signedIn = browser.signIn(Browser.location(asked), name, login.password(name));
    return Browser.location(browser.get(Browser.location(signedIn)));
  }

  String code(String name) {
    return Objects.requireNonNull(parameters(sentBack(name)).get("code"));
  }

  Map<String, String> trade(String code) {
    var form = new HashMap<String, String>();
    form.put("grant_type", "authorization_code");
    form.put("code", code);
    form.put("redirect_uri", RunningLogin.CALLBACK);
    form.put("code_verifier", verifier);
    return form;
  }

  HttpResponse<String> token(Map<String, String> form) {
    return token(form, RunningLogin.SECRET);
  }

  HttpResponse<String> token(Map<String, String> form, String secret) {
    return asGateway("/oauth2/token", form, secret);
  }

  HttpResponse<String> revoke(String token) {
    return asGateway("/oauth2/revoke", Map.of("token", token), RunningLogin.SECRET);
  }

  private HttpResponse<String> asGateway(String path, Map<String, String> form, String secret) {
    var both = (Claims.CLIENT + ":" + secret).getBytes(StandardCharsets.UTF_8);
    return new Browser()
        .post(at(path), form, "Authorization", "Basic " + Base64.getEncoder().encodeToString(both));
  }

  JsonNode tokens(String name) {
    return JSON.readTree(token(trade(code(name))).body());
  }

  HttpResponse<String> refresh(String token) {
    return token(Map.of("grant_type", "refresh_token", "refresh_token", token));
  }

  HttpResponse<String> signOut(String idToken, String to) {
    var form = Map.of("id_token_hint", idToken, "post_logout_redirect_uri", to);
    return browser.get(at("/connect/logout?" + Browser.encoded(form)));
  }

  static Map<String, String> parameters(URI address) {
    var parameters = new TreeMap<String, String>();
    for (String pair : address.getRawQuery().split("&", -1)) {
      var words = pair.split("=", 2);
      parameters.put(words[0], URLDecoder.decode(words[1], StandardCharsets.UTF_8));
    }
    return parameters;
  }
}
