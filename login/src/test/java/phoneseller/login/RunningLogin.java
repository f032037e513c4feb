package phoneseller.login;

import com.nimbusds.jose.jwk.JWKSet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** The real login on a free port, with a folder of its own. */
final class RunningLogin implements AutoCloseable {

  static final String SECRET = "the-secret-of-the-gateway";
  static final String GATEWAY = "http://localhost:18088";
  static final String CALLBACK = GATEWAY + "/session/callback";

  private final int port;
  private final Path folder;
  private final ConfigurableApplicationContext context;

  RunningLogin(Path folder, String... settings) {
    this(freePort(), folder, settings);
  }

  RunningLogin(int port, Path folder, String... settings) {
    this.port = port;
    this.folder = folder;
    context =
        SpringApplication.run(
            LoginApplication.class, arguments(port, folder, settings).toArray(String[]::new));
  }

  /** The settings may be others than these. */
  static List<String> arguments(int port, Path folder, String... settings) {
    var all = new ArrayList<>(List.of(settings));
    for (String usual :
        List.of(
            "--server.port=" + port,
            "--phoneseller.login.folder=" + folder,
            "--phoneseller.login.gateways=" + GATEWAY + ",http://127.0.0.1:18088",
            "--phoneseller.login.client-secret=" + SECRET)) {
      String name = usual.substring(0, usual.indexOf('=') + 1);
      if (all.stream().noneMatch(setting -> setting.startsWith(name))) {
        all.add(usual);
      }
    }
    return all;
  }

  String issuer() {
    return "http://localhost:" + port;
  }

  String password(String name) {
    return Accounts.of(new OwnerFolder(folder)).orElseThrow().named(name).orElseThrow().password();
  }

  /** The keys that everybody may have. */
  JWKSet keys() {
    try {
      return JWKSet.parse(new Browser().get(URI.create(issuer() + "/oauth2/jwks")).body());
    } catch (ParseException e) {
      throw new AssertionError(e);
    }
  }

  static int freePort() {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    context.close();
  }
}
