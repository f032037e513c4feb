package phoneseller.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script against a stand-in for kubectl that writes down what it is told. */
class RestoreTest {

  private static final Path SCRIPT = Path.of("kubernetes", "restore.sh").toAbsolutePath();

  @TempDir private Path folder;

  @BeforeEach
  void aBackupAndACluster() throws IOException {
    for (String service : List.of("app", "pay")) {
      Files.writeString(folder.resolve(service + ".dump"), "rows of " + service);
    }
    new StandIns(folder)
        .add(
            "kubectl",
            """
            #!/usr/bin/env bash
            shift 2
            echo "$*" >>told
            case "$1 $2" in
              "get deployment/"*) printf 3 ;;
              "get pods") if [ -e pods ]; then cat pods; fi ;;
              "exec -i") cat >>restored; if [ -e broken ]; then exit 1; fi ;;
            esac
            """);
  }

  @Test
  void eachServiceStandsStillMeanwhileAndHasAsManyInstancesAsBefore() throws Exception {
    assertThat(restore()).isZero();

    assertThat(file("restored")).isEqualTo("rows of approws of pay");
    assertThat(told("scale", "exec", "rollout"))
        .containsExactly(
            "scale deployment/app --replicas=0",
            "exec -i",
            "scale deployment/app --replicas=3",
            "rollout status",
            "scale deployment/pay --replicas=0",
            "exec -i",
            "scale deployment/pay --replicas=3",
            "rollout status");
  }

  @Test
  void aFailedRestoreStartsTheServiceAgainAndGoesNoFurther() throws Exception {
    Files.createFile(folder.resolve("broken"));

    assertThat(restore()).isNotZero();

    assertThat(told("scale", "exec", "rollout"))
        .containsExactly(
            "scale deployment/app --replicas=0", "exec -i", "scale deployment/app --replicas=3");
  }

  @Test
  void theDatabaseOfAServiceThatDoesNotStopIsNotTouched() throws Exception {
    Files.writeString(folder.resolve("pods"), "pod/app-1");

    assertThat(restore()).isNotZero();

    assertThat(file("err")).contains("app does not stop; its database was not touched");
    assertThat(told("scale", "exec"))
        .containsExactly("scale deployment/app --replicas=0", "scale deployment/app --replicas=3");
  }

  @Test
  void aBackupThatIsNotWholeStopsNothing() throws Exception {
    Files.delete(folder.resolve("pay.dump"));

    assertThat(restore()).isNotZero();

    assertThat(file("err")).contains("pay.dump is missing");
    assertThat(folder.resolve("told")).doesNotExist();
  }

  private int restore() throws IOException, InterruptedException {
    var script = new StandIns(folder).running(SCRIPT, ".", "app", "pay");
    script.environment().put("PATIENCE", "1");
    return script.start().waitFor();
  }

  /** The first words of what kubectl was told, of these kinds. */
  private List<String> told(String... kinds) throws IOException {
    return Files.readAllLines(folder.resolve("told")).stream()
        .filter(line -> List.of(kinds).contains(line.substring(0, line.indexOf(' '))))
        .map(line -> line.startsWith("scale") ? line : line.replaceAll("^(\\S+ \\S+).*", "$1"))
        .toList();
  }

  private String file(String name) throws IOException {
    return Files.readString(folder.resolve(name));
  }
}
