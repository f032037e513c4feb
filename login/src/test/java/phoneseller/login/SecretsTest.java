package phoneseller.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Where secrets are, and where they are not. */
@ExtendWith(OutputCaptureExtension.class)
class SecretsTest {

  @TempDir Path folder;

  @Test
  void whatItKeepsIsItsOwnersAlone() throws Exception {
    Path kept = folder.resolve("login");
    try (var login = new RunningLogin(kept)) {
      new CodeFlow(login).tokens("customer-1");
    }

    try (var files = Files.walk(kept)) {
      for (Path file : files.toList()) {
        assertThat(mode(file))
            .as(file.toString())
            .isEqualTo(Files.isDirectory(file) ? "rwx------" : "rw-------");
      }
    }
    assertThat(kept.resolve("accounts")).exists();
    assertThat(kept.resolve("signing-key.json")).exists();
  }

  @Test
  void whatOthersCouldReadTheyCannotAfterAStart() throws Exception {
    new RunningLogin(folder).close();
    Path accounts = folder.resolve("accounts");
    Files.setPosixFilePermissions(accounts, PosixFilePermissions.fromString("rw-r--r--"));

    new RunningLogin(folder).close();

    assertThat(mode(accounts)).isEqualTo("rw-------");
  }

  @Test
  void noSecretIsInTheLog(CapturedOutput output) throws Exception {
    var secrets = new ArrayList<String>(List.of(RunningLogin.SECRET));
    try (var login = new RunningLogin(folder)) {
      var flow = new CodeFlow(login);
      for (String name : new String[] {"customer-1", "customer-2", "dealer-1", "operator-1"}) {
        secrets.add(login.password(name));
      }
      String code = flow.code("customer-1");
      var tokens = CodeFlow.JSON.readTree(flow.token(flow.trade(code)).body());
      flow.token(flow.trade(code));
      flow.refresh(tokens.get("refresh_token").asString());
      new Browser().signIn(flow.at("/login"), "customer-1", "a-mistyped-canary");
      secrets.addAll(List.of(code, "a-mistyped-canary"));
      for (String kind : new String[] {"access_token", "refresh_token", "id_token"}) {
        secrets.add(tokens.get(kind).asString());
      }
    }

    assertThat(output.toString()).contains("Invalidated authorization token");
    secrets.forEach(secret -> assertThat(output.toString()).doesNotContain(secret));
  }

  @Test
  void twoShopsHaveNothingInCommon() {
    var one = OwnerFolder.at(folder.resolve("one"));
    var other = OwnerFolder.at(folder.resolve("other"));

    assertThat(Accounts.in(one).named("customer-1").orElseThrow().password())
        .matches("([a-z]{4}-){3}[a-z]{4}")
        .isNotEqualTo(Accounts.in(other).named("customer-1").orElseThrow().password());
    assertThat(SigningKey.in(one).key().getKeyID())
        .isNotEqualTo(SigningKey.in(other).key().getKeyID());
  }

  @Test
  void nothingThatHoldsASecretSaysItWhenItIsPrinted() {
    var some = OwnerFolder.at(folder);
    var account = Accounts.in(some).named("customer-1").orElseThrow();
    var key = SigningKey.in(some);

    assertThat(account).hasToString("customer-1 (customer)");
    assertThat(key).hasToString("SigningKey[" + key.key().getKeyID() + "]");
  }

  @Test
  void aFileOfAccountsThatIsDamagedIsNamedAndNotShown() throws Exception {
    Files.writeString(folder.resolve("accounts"), "customer-1 emperor se-cr-et\n");

    assertThatThrownBy(() -> Accounts.in(OwnerFolder.at(folder)))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("file of accounts")
        .hasMessageNotContaining("se-cr-et");
  }

  private static String mode(Path file) throws Exception {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }
}
