package phoneseller.deploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Renders what {@code kubectl apply -k} would apply, as far as our manifests use kustomize:
 * resources, components, generated ConfigMaps, patches, images, namespace, labels of the resources
 * themselves, replacements. Any other field is an error, so that nothing is rendered otherwise than
 * it would be applied.
 */
final class Kustomization {

  private static final YAMLMapper YAML = new YAMLMapper();
  private static final String HASH = "-h4sh";

  private final Path folder;
  private final List<ObjectNode> all;

  private Kustomization(Path folder, List<ObjectNode> all) {
    this.folder = folder;
    this.all = all;
  }

  static List<ObjectNode> render(Path folder) {
    var all = new ArrayList<ObjectNode>();
    new Kustomization(folder, all).apply();
    return all;
  }

  /** A folder as it would be with a component added to it. */
  static List<ObjectNode> render(Path folder, Path component) {
    var all = render(folder);
    new Kustomization(component, all).apply();
    return all;
  }

  static List<ObjectNode> documents(Path file) {
    try (var values = YAML.readerFor(ObjectNode.class).<ObjectNode>readValues(file)) {
      return values.readAll();
    }
  }

  static List<ObjectNode> parsed(String list) {
    var all = new ArrayList<ObjectNode>();
    YAML.readTree(list).forEach(each -> all.add((ObjectNode) each));
    return all;
  }

  private void apply() {
    var said = documents(folder.resolve("kustomization.yaml")).getFirst();
    for (var field : said.properties()) {
      switch (field.getKey()) {
        case "apiVersion", "kind", "namespace", "labels" -> {}
        case "resources" -> field.getValue().forEach(path -> all.addAll(resource(path.asString())));
        case "configMapGenerator" -> field.getValue().forEach(this::generate);
        case "patches" -> field.getValue().forEach(this::patch);
        case "images" -> field.getValue().forEach(this::image);
        case "replacements" -> field.getValue().forEach(this::replace);
        default -> throw new IllegalArgumentException(folder + " uses " + field.getKey());
      }
    }
    said.path("labels").forEach(this::label);
    namespaced(said.path("namespace").asString(""));
  }

  private List<ObjectNode> resource(String path) {
    var found = folder.resolve(path);
    return Files.isDirectory(found) ? render(found) : documents(found);
  }

  private void namespaced(String namespace) {
    if (!namespace.isEmpty()) {
      all.stream()
          .filter(each -> !each.path("kind").asString().equals("Namespace"))
          .forEach(each -> ((ObjectNode) each.get("metadata")).put("namespace", namespace));
    }
  }

  private void label(JsonNode said) {
    if (said.size() != 1) {
      throw new IllegalArgumentException(folder + " labels more than resources: " + said);
    }
    all.forEach(each ->
        each.withObjectProperty("metadata")
            .withObjectProperty("labels")
            .setAll((ObjectNode) said.path("pairs").deepCopy()));
  }

  private void generate(JsonNode said) {
    var name = said.path("name").asString();
    var map = YAML.createObjectNode().put("apiVersion", "v1").put("kind", "ConfigMap");
    var kept = said.path("options").path("disableNameSuffixHash").asBoolean(false);
    map.putObject("metadata").put("name", kept ? name : name + HASH);
    var data = map.putObject("data");
    said.path("literals").forEach(pair -> put(data, pair.asString()));
    said.path("envs")
        .forEach(file -> text(file.asString()).lines().forEach(pair -> put(data, pair)));
    said.path("files").forEach(file -> data.put(file.asString(), text(file.asString())));
    if (!kept) {
      all.forEach(each -> rename(each, name));
    }
    all.add(map);
  }

  private static void put(ObjectNode data, String pair) {
    int equals = pair.indexOf('=');
    data.put(pair.substring(0, equals), pair.substring(equals + 1));
  }

  private String text(String file) {
    try {
      return Files.readString(folder.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whoever refers to a generated ConfigMap refers to it by its generated name. */
  private static void rename(JsonNode node, String name) {
    for (var field : List.of("configMapRef", "configMapKeyRef", "configMap")) {
      if (node.path(field) instanceof ObjectNode reference
          && reference.path("name").asString("").equals(name)) {
        reference.put("name", name + HASH);
      }
    }
    node.forEach(child -> rename(child, name));
  }

  private void patch(JsonNode said) {
    var patch =
        said.has("path")
            ? documents(folder.resolve(said.path("path").asString())).getFirst()
            : YAML.readValue(said.path("patch").asString(), ObjectNode.class);
    var target = said.has("target") ? said.path("target") : ownName(patch);
    var patched =
        all.stream()
            .filter(each -> each.path("kind").asString().equals(target.path("kind").asString()))
            .filter(each -> name(each).matches(target.path("name").asString(".*")))
            .toList();
    if (patched.isEmpty()) {
      throw new IllegalArgumentException(folder + " patches nothing with " + said);
    }
    if (patch.path("$patch").asString("").equals("delete")) {
      all.removeAll(patched);
    } else {
      patch.remove("metadata");
      patched.forEach(each -> Merge.into(each, patch));
    }
  }

  private static ObjectNode ownName(ObjectNode patch) {
    return YAML.createObjectNode()
        .put("kind", patch.path("kind").asString())
        .put("name", name(patch));
  }

  private void image(JsonNode said) {
    all.forEach(each -> tag(each, said.path("name").asString(), said.path("newTag").asString()));
  }

  private static void tag(JsonNode node, String image, String tag) {
    if (node instanceof ObjectNode object && object.path("image").asString("").equals(image)) {
      object.put("image", image + ":" + tag);
    }
    node.forEach(child -> tag(child, image, tag));
  }

  private void replace(JsonNode said) {
    var source = said.path("source");
    var value =
        found(source).at("/" + source.path("fieldPath").asString().replace('.', '/')).asString();
    for (var target : said.path("targets")) {
      for (var path : target.path("fieldPaths")) {
        // Brackets say an element of a list there; a key with a slash needs none.
        if (path.asString().contains("[")) {
          throw new IllegalArgumentException(folder + " names an element of a list: " + path);
        }
        var parts = path.asString().split("\\.", -1);
        var node = found(target.path("select"));
        for (int i = 0; i < parts.length - 1; i++) {
          node = node.withObjectProperty(parts[i]);
        }
        node.put(parts[parts.length - 1], value);
      }
    }
  }

  private ObjectNode found(JsonNode which) {
    return all.stream()
        .filter(each -> each.path("kind").asString().equals(which.path("kind").asString()))
        .filter(each -> name(each).equals(which.path("name").asString()))
        .findFirst()
        .orElseThrow();
  }

  static String name(JsonNode resource) {
    return resource.path("metadata").path("name").asString();
  }

  /** A strategic merge: objects field by field, lists of named things name by name. */
  static final class Merge {

    private static final List<String> KEYS = List.of("name", "mountPath", "containerPort");

    private Merge() {}

    static void into(ObjectNode target, ObjectNode patch) {
      for (var field : patch.properties()) {
        var before = target.get(field.getKey());
        var after = field.getValue();
        if (before instanceof ObjectNode object && after instanceof ObjectNode other) {
          into(object, other);
        } else if (before instanceof ArrayNode list
            && after instanceof ArrayNode other
            && isNamed(other)) {
          other.forEach(item -> into(list, (ObjectNode) item));
        } else {
          target.set(field.getKey(), after.deepCopy());
        }
      }
    }

    private static boolean isNamed(ArrayNode list) {
      return !list.isEmpty() && KEYS.stream().anyMatch(list.get(0)::has);
    }

    private static void into(ArrayNode list, ObjectNode item) {
      var key = KEYS.stream().filter(item::has).findFirst().orElseThrow();
      for (var each : list) {
        if (each.path(key).equals(item.path(key))) {
          into((ObjectNode) each, item);
          return;
        }
      }
      list.add(item.deepCopy());
    }
  }
}
