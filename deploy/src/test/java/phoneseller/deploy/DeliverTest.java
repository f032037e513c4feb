package phoneseller.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script against stand-ins for kubectl, which writes down what it is told, and for curl. */
class DeliverTest {

  private static final Path SCRIPT = Path.of("pipeline", "deliver.sh").toAbsolutePath();
  private static final Path OVERLAYS = Path.of("kubernetes", "overlays");
  private static final List<String> SERVICES =
      List.of("app", "pay", "store", "customer", "reward", "gateway");

  @TempDir private Path folder;

  @BeforeEach
  void digestsAClusterAndAShop() throws IOException {
    Files.createDirectory(folder.resolve("digests"));
    for (var service : SERVICES) {
      Files.writeString(
          folder.resolve("digests").resolve(service),
          "registry/" + service + "@sha256:1" + service);
    }
    var commands = new StandIns(folder);
    commands.add(
        "kubectl",
        """
        #!/usr/bin/env bash
        case "$*" in
          "-n phone82 get "*) if [ ! -e new ] || [[ $4 != */reward ]]; then printf 7; fi ;;
          "apply --dry-run=server -k "*) [ ! -e refused ] ;;
          "apply -k "*) echo apply >>told; cp "$3/kustomization.yaml" applied; [ ! -e unapplied ] ;;
          "-n phone82 rollout "*)
            echo "${*:4}" >>told
            [ ! -e stuck ] || [ "$4 $5" != "status deployment/store" ]
            ;;
        esac
        """);
    commands.add(
        "curl",
        """
        #!/usr/bin/env bash
        case "${*: -1}" in
          http://shop/actuator/health/readiness) cat health ;;
          http://shop/phones) echo '{"phones":[]}' ;;
          http://shop/) echo '<!doctype html><html lang="en">' ;;
          *) exit 22 ;;
        esac
        """);
    Files.writeString(folder.resolve("health"), "{\"status\":\"UP\"}");
  }

  @Test
  void everyServiceIsDeliveredByItsDigestAndWaitedFor() throws Exception {
    assertThat(deliver()).isZero();

    assertThat(told()).startsWith("apply").hasSize(7).allMatch(line -> !line.contains("undo"));
    assertThat(Files.readString(folder.resolve("applied")))
        .contains("{name: phoneseller/pay, newName: registry/pay, digest: sha256:1pay}")
        .contains("resources: [../production]");
    assertNothingIsLeft();
  }

  @Test
  void aRolloutThatDoesNotEndTakesAllBackToWhatRanBefore() throws Exception {
    Files.createFile(folder.resolve("stuck"));

    assertThat(deliver()).isOne();

    assertThat(undone()).containsExactlyElementsOf(SERVICES.stream().map(this::undo).toList());
    assertNothingIsLeft();
  }

  @Test
  void soDoesAShopThatDoesNotAnswerAsItShould() throws Exception {
    Files.writeString(folder.resolve("health"), "{\"status\":\"DOWN\"}");

    assertThat(deliver()).isOne();

    assertThat(undone()).containsExactlyElementsOf(SERVICES.stream().map(this::undo).toList());
  }

  @Test
  void soDoesHalfADelivery() throws Exception {
    Files.createFile(folder.resolve("unapplied"));

    assertThat(deliver()).isOne();

    assertThat(undone()).containsExactlyElementsOf(SERVICES.stream().map(this::undo).toList());
  }

  @Test
  void aServiceThatIsNewHasNothingToGoBackTo() throws Exception {
    Files.createFile(folder.resolve("new"));
    Files.createFile(folder.resolve("stuck"));

    assertThat(deliver()).isOne();

    assertThat(undone()).hasSize(5).noneMatch(line -> line.contains("reward"));
  }

  @Test
  void whatTheClusterRefusesChangesNothing() throws Exception {
    Files.createFile(folder.resolve("refused"));

    assertThat(deliver()).isOne();

    assertThat(folder.resolve("told")).doesNotExist();
    assertNothingIsLeft();
  }

  @Test
  void withoutADigestNothingIsDelivered() throws Exception {
    Files.delete(folder.resolve("digests/store"));

    assertThat(deliver()).isOne();

    assertThat(folder.resolve("told")).doesNotExist();
    assertNothingIsLeft();
  }

  private String undo(String service) {
    return "undo deployment/" + service + " --to-revision=7";
  }

  private List<String> undone() throws IOException {
    return told().stream().filter(line -> line.startsWith("undo")).toList();
  }

  private List<String> told() throws IOException {
    return Files.readAllLines(folder.resolve("told"));
  }

  private static void assertNothingIsLeft() throws IOException {
    try (Stream<Path> overlays = Files.list(OVERLAYS)) {
      assertThat(overlays.map(Path::getFileName).map(Path::toString))
          .containsExactlyInAnyOrder("local", "production");
    }
  }

  private int deliver() throws IOException, InterruptedException {
    var script = new StandIns(folder).running(SCRIPT, "digests");
    script.environment().put("SHOP", "http://shop");
    return script.start().waitFor();
  }
}
