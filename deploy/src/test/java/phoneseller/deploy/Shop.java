package phoneseller.deploy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.kubernetes.api.model.rbac.Role;
import io.fabric8.kubernetes.api.model.rbac.RoleBinding;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/** The resources of one overlay, as Kubernetes 1.32 knows them. */
record Shop(String name, List<HasMetadata> resources) {

  private static final Path ROOT = Path.of("kubernetes");
  private static final ObjectMapper JSON = new ObjectMapper();

  /** By apiVersion and kind; whatever is not here is not part of a shop. */
  private static final Map<String, Class<? extends HasMetadata>> KINDS =
      Map.ofEntries(
          Map.entry("v1 Namespace", Namespace.class),
          Map.entry("v1 ConfigMap", io.fabric8.kubernetes.api.model.ConfigMap.class),
          Map.entry("v1 Service", io.fabric8.kubernetes.api.model.Service.class),
          Map.entry("v1 ServiceAccount", ServiceAccount.class),
          Map.entry("apps/v1 Deployment", Deployment.class),
          Map.entry("apps/v1 StatefulSet", StatefulSet.class),
          Map.entry("batch/v1 Job", Job.class),
          Map.entry("autoscaling/v2 HorizontalPodAutoscaler", HorizontalPodAutoscaler.class),
          Map.entry("networking.k8s.io/v1 NetworkPolicy", NetworkPolicy.class),
          Map.entry("policy/v1 PodDisruptionBudget", PodDisruptionBudget.class),
          Map.entry("rbac.authorization.k8s.io/v1 Role", Role.class),
          Map.entry("rbac.authorization.k8s.io/v1 RoleBinding", RoleBinding.class));

  static Shop local() {
    return of("overlays/local");
  }

  static Shop production() {
    return of("overlays/production");
  }

  static List<Shop> all() {
    return List.of(local(), production());
  }

  private static Shop of(String overlay) {
    return new Shop(overlay, typed(Kustomization.render(ROOT.resolve(overlay))));
  }

  static Path path(String path) {
    return ROOT.resolve(path);
  }

  static List<HasMetadata> typed(List<ObjectNode> rendered) {
    var resources = new ArrayList<HasMetadata>();
    for (var resource : rendered) {
      resources.add(typed(resource));
    }
    return resources;
  }

  /**
   * @throws IllegalArgumentException when it is of no kind that a shop has, or cannot be read as it
   */
  static HasMetadata typed(ObjectNode resource) {
    var kind = resource.path("apiVersion").asString() + " " + resource.path("kind").asString();
    var type = KINDS.get(kind);
    if (type == null) {
      throw new IllegalArgumentException("a shop has no " + kind);
    }
    try {
      return JSON.readValue(resource.toString(), type);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(kind + " cannot be read: " + e.getOriginalMessage(), e);
    }
  }

  <T extends HasMetadata> List<T> of(Class<T> kind) {
    return resources.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  <T extends HasMetadata> T the(Class<T> kind, String name) {
    return of(kind).stream()
        .filter(each -> each.getMetadata().getName().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError(kind.getSimpleName() + " " + name + " is missing"));
  }

  /** What pods are made of, by the name of who makes them. */
  Map<String, PodTemplateSpec> pods() {
    var pods = new LinkedHashMap<String, PodTemplateSpec>();
    of(Deployment.class).forEach(d -> pods.put(name(d), d.getSpec().getTemplate()));
    of(StatefulSet.class).forEach(s -> pods.put(name(s), s.getSpec().getTemplate()));
    of(Job.class).forEach(j -> pods.put(name(j), j.getSpec().getTemplate()));
    return pods;
  }

  PodTemplateSpec pod(String maker) {
    return Objects.requireNonNull(pods().get(maker), maker);
  }

  Stream<Container> containers() {
    return pods().values().stream().flatMap(pod -> pod.getSpec().getContainers().stream());
  }

  static String name(HasMetadata resource) {
    return resource.getMetadata().getName();
  }

  @Override
  public String toString() {
    return name;
  }
}
