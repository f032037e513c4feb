package phoneseller.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Everything that would be applied is something that Kubernetes 1.32 takes, and hangs together. */
class ManifestsTest {

  static List<Shop> shops() {
    return Shop.all();
  }

  @ParameterizedTest
  @MethodSource("shops")
  void everyFieldIsKnownToKubernetes(Shop shop) {
    assertThat(shop.resources()).hasSizeGreaterThan(30);
    assertThat(shop.resources())
        .allSatisfy(
            resource -> assertThat(Unknown.fields(resource)).as(resource.toString()).isEmpty());
  }

  @Test
  void aFieldThatNobodyKnowsIsFound() {
    var namespace = Kustomization.documents(Shop.path("base/namespace.yaml")).getFirst();
    namespace.withObjectProperty("spec").put("finalisers", "none");

    assertThat(Unknown.fields(Shop.typed(namespace))).containsExactly("Namespace.Spec.finalisers");
  }

  @Test
  void aKindThatAShopDoesNotHaveIsRefused() {
    var namespace = Kustomization.documents(Shop.path("base/namespace.yaml")).getFirst();
    namespace.put("kind", "Secret");

    assertThatThrownBy(() -> Shop.typed(namespace)).hasMessage("a shop has no v1 Secret");
  }

  @ParameterizedTest
  @MethodSource("shops")
  void allIsInTheShopsNamespace(Shop shop) {
    assertThat(shop.resources())
        .filteredOn(resource -> !resource.getKind().equals("Namespace"))
        .allSatisfy(
            resource -> assertThat(resource.getMetadata().getNamespace()).isEqualTo("phone82"));
  }

  @ParameterizedTest
  @MethodSource("shops")
  void everyConfigMapThatIsReadIsThereWithItsKey(Shop shop) {
    var used = new ArrayList<String>();
    shop.containers()
        .forEach(container -> {
          container.getEnvFrom().forEach(from -> used.add(from.getConfigMapRef().getName() + "/"));
          for (var variable : container.getEnv()) {
            if (variable.getValueFrom() != null
                && variable.getValueFrom().getConfigMapKeyRef() != null) {
              var reference = variable.getValueFrom().getConfigMapKeyRef();
              used.add(reference.getName() + "/" + reference.getKey());
            }
          }
        });
    assertThat(used).hasSizeGreaterThan(10);
    assertThat(keys(shop)).containsAll(used);
  }

  private static Set<String> keys(Shop shop) {
    return shop.of(ConfigMap.class).stream()
        .flatMap(map ->
            Stream.concat(Stream.of(""), map.getData().keySet().stream())
                .map(key -> Shop.name(map) + "/" + key))
        .collect(Collectors.toSet());
  }

  @ParameterizedTest
  @MethodSource("shops")
  void everyMountedVolumeIsThere(Shop shop) {
    for (var pod : shop.pods().entrySet()) {
      var volumes = pod.getValue().getSpec().getVolumes().stream().map(Volume::getName).toList();
      for (var container : pod.getValue().getSpec().getContainers()) {
        assertThat(container.getVolumeMounts())
            .as(pod.getKey())
            .allSatisfy(mount ->
                assertThat(
                        volumes.contains(mount.getName()) || claims(shop).contains(mount.getName()))
                    .as(mount.getName())
                    .isTrue());
      }
    }
  }

  private static List<String> claims(Shop shop) {
    return shop.of(StatefulSet.class).stream()
        .flatMap(set -> set.getSpec().getVolumeClaimTemplates().stream())
        .map((PersistentVolumeClaim claim) -> claim.getMetadata().getName())
        .toList();
  }

  @ParameterizedTest
  @MethodSource("shops")
  void everyServiceSelectsPodsThatListenThere(Shop shop) {
    for (var service : shop.of(Service.class)) {
      var pod = shop.pod(Shop.name(service));
      assertThat(pod.getMetadata().getLabels())
          .containsAllEntriesOf(service.getSpec().getSelector());
      var ports = pod.getSpec().getContainers().getFirst().getPorts();
      assertThat(service.getSpec().getPorts())
          .allSatisfy(port ->
              assertThat(ports)
                  .anySatisfy(own ->
                      assertThat(own.getName()).isEqualTo(port.getTargetPort().getStrVal())));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"keda", "servicemonitor"})
  void aComponentFitsTheProductionShop(String component) throws IOException {
    var with =
        Kustomization.render(
            Shop.path("overlays/production"), Shop.path("components/" + component));
    var without = Kustomization.render(Shop.path("overlays/production"));

    assertThat(with.toString()).isNotEqualTo(without.toString());
    try (var files = Files.list(Shop.path("components/" + component))) {
      assertThat(files.map(Path::getFileName).map(Path::toString).toList())
          .contains("kustomization.yaml");
    }
  }

  @Test
  void theSixServicesAreThere() {
    assertThat(shops())
        .allSatisfy(shop ->
            assertThat(shop.of(Deployment.class).stream().map(Shop::name))
                .containsExactlyInAnyOrder("app", "pay", "store", "customer", "reward", "gateway"));
  }
}
