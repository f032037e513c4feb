package phoneseller.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where it does not start at all: as a process of its own, as an operator would see it. */
class RefusalTest {

  @TempDir Path folder;

  /** What it says before it ends by itself, which it must with an error. */
  private List<String> lastWords(String... settings) throws Exception {
    var command =
        new ArrayList<>(
            List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                LoginApplication.class.getName()));
    command.addAll(
        RunningLogin.arguments(RunningLogin.freePort(), folder.resolve("login"), settings));
    Path said = folder.resolve("said");
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    var process = builder.redirectOutput(said.toFile()).start();
    try {
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("it has ended").isTrue();
      assertThat(process.exitValue()).as(Files.readString(said)).isNotZero();
      return Files.readAllLines(said);
    } finally {
      process.destroyForcibly();
    }
  }

  @Test
  void underTheProfileOfProductionItSaysSoInOneLine() throws Exception {
    assertThat(lastWords("--spring.profiles.active=docker"))
        .singleElement()
        .asString()
        .startsWith("login: ")
        .contains("profile 'docker'", "phoneseller.identity.issuer");
    assertThat(folder.resolve("login")).doesNotExist();
  }

  @Test
  void anyOtherProfileIsRefusedToo() throws Exception {
    assertThat(lastWords("--spring.profiles.active=local,staging"))
        .singleElement()
        .asString()
        .contains("profile 'staging'");
  }

  @Test
  void onAnAddressThatOthersReachItDoesNotListen() throws Exception {
    for (String address : new String[] {"0.0.0.0", "::", "192.0.2.7"}) {
      assertThat(lastWords("--server.address=" + address))
          .singleElement()
          .asString()
          .contains("server.address must be a loopback address", "'" + address + "'");
    }
    assertThat(folder.resolve("login")).doesNotExist();
  }

  @Test
  void withoutASecretOrForAGatewayElsewhereItDoesNotStart() throws Exception {
    assertThat(lastWords("--phoneseller.login.client-secret=short"))
        .last()
        .asString()
        .contains("phoneseller.login.client-secret", "PHONESELLER_LOGIN_CLIENT_SECRET")
        .doesNotContain("=short");
    assertThat(lastWords("--phoneseller.login.gateways=https://shop.example"))
        .last()
        .asString()
        .contains("phoneseller.login.gateways", "'https://shop.example'");
    assertThat(lastWords("--phoneseller.login.issuer=http://192.0.2.7:8089"))
        .last()
        .asString()
        .contains("phoneseller.login.issuer", "192.0.2.7");
  }
}
