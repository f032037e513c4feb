package phoneseller.testing;

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
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.test.context.DynamicPropertyRegistry;

/**
 * An OpenID provider as far as services see one: it tells where its keys are, and what it signs
 * with them is a token of a person.
 */
public final class TestProvider implements AutoCloseable {

  public static final String AUDIENCE = "phoneseller";

  private final HttpServer server;
  private final AtomicInteger asked = new AtomicInteger();
  private volatile RSAKey key = newKey("key-1");

  private TestProvider(int port) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    server.createContext(
        "/.well-known/openid-configuration",
        exchange ->
            answer(
                exchange, "{\"issuer\":\"%1$s\",\"jwks_uri\":\"%1$s/keys\"}".formatted(issuer())));
    server.createContext(
        "/keys",
        exchange -> {
          asked.incrementAndGet();
          answer(exchange, new JWKSet(key.toPublicJWK()).toString());
        });
    server.start();
  }

  public static TestProvider start() {
    return startAt(0);
  }

  public static TestProvider startAt(int port) {
    try {
      return new TestProvider(port);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A key of this kind that nobody has published. */
  public static RSAKey newKey(String id) {
    try {
      return new RSAKeyGenerator(2048).keyID(id).generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  public String issuer() {
    return "http://localhost:" + port();
  }

  public int port() {
    return server.getAddress().getPort();
  }

  public RSAKey key() {
    return key;
  }

  /** From now on another key signs, and it is the only one. */
  public void rollOver(RSAKey next) {
    key = next;
  }

  /** How often somebody has fetched the keys. */
  public int asked() {
    return asked.get();
  }

  /** Points a service at this provider; whoever has no token is refused. */
  public void configure(DynamicPropertyRegistry properties) {
    properties.add("phoneseller.identity.issuer", this::issuer);
    properties.add("phoneseller.identity.guests", () -> "false");
  }

  /** A good token. */
  public String token(String subject, String... roles) {
    return signed(claims(subject, roles).build(), key);
  }

  /** What a good token says, to be changed. */
  public JWTClaimsSet.Builder claims(String subject, String... roles) {
    var now = Instant.now();
    return new JWTClaimsSet.Builder()
        .issuer(issuer())
        .subject(subject)
        .audience(AUDIENCE)
        .issueTime(Date.from(now))
        .notBeforeTime(Date.from(now))
        .expirationTime(Date.from(now.plusSeconds(900)))
        .claim("roles", List.of(roles));
  }

  public static String signed(JWTClaimsSet claims, RSAKey key) {
    var header = new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build();
    var token = new SignedJWT(header, claims);
    try {
      token.sign(new RSASSASigner(key));
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
    return token.serialize();
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private static void answer(HttpExchange exchange, String json) throws IOException {
    try (exchange) {
      var body = json.getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    }
  }
}
