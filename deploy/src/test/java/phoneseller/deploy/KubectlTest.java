package phoneseller.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code kubectl} renders every overlay, and as {@link Kustomization} does, so that the other tests
 * look at what would be applied. Skipped where there is no kubectl.
 */
class KubectlTest {

  private static final Pattern GENERATED = Pattern.compile("-[0-9a-z]{10}$");

  @BeforeAll
  static void kubectlIsThere() {
    assumeTrue(
        Stream.of(System.getenv("PATH").split(File.pathSeparator))
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, "kubectl"))),
        "kubectl is not installed");
  }

  @ParameterizedTest
  @ValueSource(strings = {"overlays/local", "overlays/production"})
  void anOverlayIsRenderedAsTheTestsDo(String overlay) throws Exception {
    var folder = Shop.path(overlay);

    assertThat(byName(kubectl(folder))).isEqualTo(byName(Kustomization.render(folder)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"keda", "servicemonitor"})
  void soIsProductionWithAComponent(String name, @TempDir Path folder) throws Exception {
    var production = Shop.path("overlays/production");
    var component = Shop.path("components/" + name);
    var real = folder.toRealPath();
    Files.writeString(
        folder.resolve("kustomization.yaml"),
        """
        resources: ["%s"]
        components: ["%s"]
        """
            .formatted(
                real.relativize(production.toRealPath()), real.relativize(component.toRealPath())));

    assertThat(byName(kubectl(folder)))
        .isEqualTo(byName(Kustomization.render(production, component)));
  }

  private static List<ObjectNode> kubectl(Path folder) throws IOException, InterruptedException {
    var rendered = Files.createTempFile("rendered", ".yaml");
    try {
      var process =
          new ProcessBuilder("kubectl", "kustomize", folder.toString())
              .redirectOutput(rendered.toFile())
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      assertThat(process.waitFor()).as("what kubectl ends with").isZero();
      return Kustomization.documents(rendered);
    } finally {
      Files.delete(rendered);
    }
  }

  /** With the one name that stands here for every hash, and no order where none counts. */
  private static Map<String, String> byName(List<ObjectNode> resources) {
    var text = resources.toString();
    for (var resource : resources) {
      var name = Kustomization.name(resource);
      if (resource.path("kind").asString().equals("ConfigMap")) {
        var plain = GENERATED.matcher(name).replaceFirst("");
        text = plain.equals(name) ? text : text.replace('"' + name + '"', '"' + plain + "-h4sh\"");
      }
    }
    var byName = new TreeMap<String, String>();
    for (var resource : Kustomization.parsed(text)) {
      var key = resource.path("kind").asString() + " " + Kustomization.name(resource);
      byName.put(key, sorted(resource).toPrettyString());
    }
    return byName;
  }

  private static JsonNode sorted(JsonNode node) {
    if (node instanceof ObjectNode object) {
      var fields = new TreeMap<String, JsonNode>();
      object.properties().forEach(field -> fields.put(field.getKey(), sorted(field.getValue())));
      return object.objectNode().setAll(fields);
    }
    if (node instanceof ArrayNode list) {
      var items = new ArrayList<JsonNode>();
      list.forEach(item -> items.add(sorted(item)));
      items.sort(Comparator.comparing(JsonNode::toString));
      return list.arrayNode().addAll(items);
    }
    return node;
  }
}
