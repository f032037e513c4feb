package phoneseller.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pipelines and the compose file can be read, and what they call is there. */
class PipelineTest {

  private static final Path ROOT = Path.of("..");
  private static final Pattern SCRIPT =
      Pattern.compile("(?<![\\w/])((?:deploy|\\.ci)/[\\w./-]+)(?= |$|\")", Pattern.MULTILINE);

  @ParameterizedTest
  @ValueSource(strings = {".github/workflows/deliver.yml", "azure-pipelines.yml"})
  void aPipelineVerifiesAndDeploysWithTheScriptsOfTheRepository(String file) throws IOException {
    assertThat(Kustomization.documents(ROOT.resolve(file))).hasSize(1);
    var text = Files.readString(ROOT.resolve(file));
    var scripts = SCRIPT.matcher(text).results().map(found -> found.group(1)).toList();

    assertThat(scripts)
        .contains(".ci/run", "deploy/pipeline/deliver.sh", "deploy/docker/Dockerfile")
        .allSatisfy(script -> assertThat(ROOT.resolve(script)).exists());
    assertThat(scripts.stream().filter(script -> script.endsWith(".sh")))
        .allSatisfy(script -> assertThat(ROOT.resolve(script)).isExecutable());
    assertThat(text).contains("linux/amd64,linux/arm64", "cosign", "trivy", "digest");
  }

  @Test
  void composeHasTheWholeShopAndPublishesTheGatewayAlone() {
    var compose = Kustomization.documents(ROOT.resolve("compose.yaml")).getFirst();
    var services = compose.path("services");

    assertThat(services.propertyNames())
        .containsExactlyInAnyOrder(
            "secrets", "kafka", "postgres", "app", "pay", "store", "customer", "reward", "gateway");
    assertThat(
            services.properties().stream()
                .filter(service -> service.getValue().has("ports"))
                .map(Map.Entry::getKey))
        .containsExactly("gateway");
  }

  @Test
  void theImageIsTrainedWithTheOptionsItRunsWith() throws IOException {
    var dockerfile = Files.readString(Path.of("docker/Dockerfile"));

    assertThat(dockerfile)
        .contains("java @java.options -XX:AOTCacheOutput=service.aot")
        .contains("\"@/shop/java.options\", \"-XX:AOTCache=/shop/service.aot\"")
        .contains("USER 10001:10001");
  }
}
