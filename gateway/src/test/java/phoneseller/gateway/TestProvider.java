package phoneseller.gateway;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An OpenID provider with keys of its own, at which whoever comes is signed in at once. */
final class TestProvider implements AutoCloseable {

  static final String CLIENT = "phoneseller-gateway";
  static final String SECRET = "c9e1-canary-client-secret";

  private record Grant(Map<String, String> asked, String name) {}

  final List<Map<String, String>> tokenRequests = new CopyOnWriteArrayList<>();
  final List<String> revoked = new CopyOnWriteArrayList<>();
  volatile String person = "customer-1";
  volatile List<String> roles = List.of("customer");
  volatile Duration lifetime = Duration.ofMinutes(15);
  volatile String audience = "phoneseller";
  volatile String nonceSuffix = "";
  volatile boolean renews = true;
  volatile boolean away;

  private final RSAKey key;
  private final HttpServer server;
  private final Map<String, Grant> codes = new ConcurrentHashMap<>();
  private final Map<String, String> refreshTokens = new ConcurrentHashMap<>();

  TestProvider() {
    try {
      key = new RSAKeyGenerator(2048).keyID("test").generate();
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::handle);
    server.start();
  }

  String issuer() {
    return "http://localhost:" + server.getAddress().getPort();
  }

  /** What a gateway is told to let people sign in here. */
  String[] settings(String... more) {
    return Stream.concat(
            Stream.of(
                "phoneseller.identity.issuer=" + issuer(),
                "phoneseller.gateway.login.client-id=" + CLIENT,
                "phoneseller.gateway.login.client-secret=" + SECRET,
                "phoneseller.gateway.session-key=" + "0f".repeat(32)),
            Stream.of(more))
        .toArray(String[]::new);
  }

  private void handle(HttpExchange exchange) throws IOException {
    if (away) {
      exchange.close();
      return;
    }
    var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    switch (exchange.getRequestURI().getPath()) {
      case "/.well-known/openid-configuration" -> json(exchange, 200, discovery());
      case "/jwks" -> json(exchange, 200, new JWKSet(key.toPublicJWK()).toString());
      case "/authorize" -> authorize(exchange);
      case "/token" -> token(exchange, parameters(body));
      case "/revoke" -> {
        revoked.add(Objects.requireNonNull(parameters(body).get("token")));
        json(exchange, 200, "");
      }
      default -> json(exchange, 404, "");
    }
  }

  private String discovery() {
    return """
    {"issuer":"%1$s","authorization_endpoint":"%1$s/authorize","token_endpoint":"%1$s/token",
    "jwks_uri":"%1$s/jwks","end_session_endpoint":"%1$s/logout",
    "revocation_endpoint":"%1$s/revoke","response_types_supported":["code"],
    "subject_types_supported":["public"],"id_token_signing_alg_values_supported":["RS256"],
    "token_endpoint_auth_methods_supported":["client_secret_basic"]}\
    """
        .formatted(issuer());
  }

  private void authorize(HttpExchange exchange) throws IOException {
    var asked = parameters(exchange.getRequestURI().getRawQuery());
    String code = UUID.randomUUID().toString();
    codes.put(code, new Grant(asked, person));
    exchange
        .getResponseHeaders()
        .add(
            "Location",
            asked.get("redirect_uri")
                + "?code="
                + code
                + "&state="
                + encoded(asked.getOrDefault("state", "")));
    exchange.sendResponseHeaders(302, -1);
    exchange.close();
  }

  private void token(HttpExchange exchange, Map<String, String> form) throws IOException {
    tokenRequests.add(form);
    String expected =
        "Basic "
            + Base64.getEncoder()
                .encodeToString((CLIENT + ":" + SECRET).getBytes(StandardCharsets.UTF_8));
    if (!expected.equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
      json(exchange, 401, "{\"error\":\"invalid_client\"}");
    } else if ("refresh_token".equals(form.get("grant_type"))) {
      String name = refreshTokens.remove(Objects.requireNonNull(form.get("refresh_token")));
      if (name == null || !renews) {
        json(exchange, 400, "{\"error\":\"invalid_grant\"}");
      } else {
        json(exchange, 200, tokens(name, ""));
      }
    } else {
      var grant = codes.remove(Objects.requireNonNull(form.get("code")));
      if (grant == null
          || !challenge(form.getOrDefault("code_verifier", ""))
              .equals(grant.asked().get("code_challenge"))
          || !Objects.equals(form.get("redirect_uri"), grant.asked().get("redirect_uri"))) {
        json(exchange, 400, "{\"error\":\"invalid_grant\"}");
      } else {
        json(exchange, 200, tokens(grant.name(), grant.asked().get("nonce") + nonceSuffix));
      }
    }
  }

  private String tokens(String name, String nonce) {
    String refresh = "canary-refresh-" + UUID.randomUUID();
    refreshTokens.put(refresh, name);
    var id = claims(name, CLIENT, Duration.ofMinutes(15)).claim("nonce", nonce).build();
    return """
    {"access_token":"%s","refresh_token":"%s","id_token":"%s","token_type":"Bearer",
    "expires_in":%d,"scope":"openid"}\
    """
        .formatted(accessToken(name, roles), refresh, signed(id), lifetime.toSeconds());
  }

  String accessToken(String name, List<String> itsRoles) {
    return signed(claims(name, audience, lifetime).claim("roles", itsRoles).build());
  }

  private JWTClaimsSet.Builder claims(String name, String whom, Duration valid) {
    var now = Instant.now();
    return new JWTClaimsSet.Builder()
        .issuer(issuer())
        .subject(name)
        .audience(whom)
        .jwtID(UUID.randomUUID().toString())
        .issueTime(Date.from(now))
        .expirationTime(Date.from(now.plus(valid)));
  }

  private String signed(JWTClaimsSet claims) {
    try {
      var jwt =
          new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("test").build(), claims);
      jwt.sign(new RSASSASigner(key));
      return jwt.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String challenge(String verifier) {
    try {
      var digest =
          MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  static Map<String, String> parameters(String query) {
    return Stream.of(query.split("&", -1))
        .map(pair -> pair.split("=", 2))
        .collect(
            Collectors.toMap(
                pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static void json(HttpExchange exchange, int status, String body) throws IOException {
    Backend.answer(exchange, status, body, "Content-Type", "application/json");
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
