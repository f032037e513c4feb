package phoneseller.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A restart changes nobody's password and signs nobody out. */
class RestartTest {

  @TempDir Path folder;

  @Test
  void passwordsKeyAndSessionsAreTheSameAfterwards() {
    int port = RunningLogin.freePort();
    String password;
    String keys;
    String refresh;
    try (var login = new RunningLogin(port, folder)) {
      password = login.password("customer-1");
      keys = login.keys().toString();
      refresh = new CodeFlow(login).tokens("customer-1").get("refresh_token").asString();
    }

    try (var login = new RunningLogin(port, folder)) {
      var flow = new CodeFlow(login);
      assertThat(login.password("customer-1")).isEqualTo(password);
      assertThat(login.keys()).hasToString(keys);

      var refreshed = flow.refresh(refresh);
      assertThat(refreshed.statusCode()).as(refreshed.body()).isEqualTo(200);
      String idToken = CodeFlow.JSON.readTree(refreshed.body()).get("id_token").asString();

      var out = flow.signOut(idToken, RunningLogin.GATEWAY + "/");
      assertThat(Browser.location(out)).hasToString(RunningLogin.GATEWAY + "/");
    }
  }

  @Test
  void aSessionThatIsRevokedIsOverAfterARestartToo() throws Exception {
    int port = RunningLogin.freePort();
    String refresh;
    try (var login = new RunningLogin(port, folder)) {
      var flow = new CodeFlow(login);
      refresh = flow.tokens("customer-1").get("refresh_token").asString();
      assertThat(files(folder.resolve("sessions"))).hasSize(1);
      assertThat(flow.revoke(refresh).statusCode()).isEqualTo(200);
      assertThat(flow.refresh(refresh).statusCode()).isEqualTo(400);
    }

    try (var login = new RunningLogin(port, folder)) {
      assertThat(new CodeFlow(login).refresh(refresh).statusCode()).isEqualTo(400);
    }
  }

  @Test
  void aFileThatIsNoSessionIsPutAway() throws Exception {
    Files.createDirectories(folder.resolve("sessions"));
    Files.writeString(folder.resolve("sessions").resolve("half"), "{\"id\":\"ha");

    new RunningLogin(folder).close();

    assertThat(files(folder.resolve("sessions"))).isEmpty();
  }

  private static List<Path> files(Path folder) throws Exception {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }
}
