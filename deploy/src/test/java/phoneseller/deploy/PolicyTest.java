package phoneseller.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every deployment of the shop keeps to, whatever else it changes. */
class PolicyTest {

  private static final int PARTITIONS = 12;

  static List<Shop> shops() {
    return Shop.all();
  }

  @ParameterizedTest
  @MethodSource("shops")
  void threeProbesAndAllDifferent(Shop shop) {
    for (var deployment : shop.of(Deployment.class)) {
      var service = container(deployment);
      assertThat(service.getStartupProbe().getTcpSocket()).isNotNull();
      var ready = service.getReadinessProbe();
      var alive = service.getLivenessProbe();
      assertThat(ready.getHttpGet().getPath()).isEqualTo("/actuator/health/readiness");
      assertThat(alive.getHttpGet().getPath()).isEqualTo("/actuator/health/liveness");
      assertThat(alive.getPeriodSeconds() * alive.getFailureThreshold())
          .as("what only makes unready for a while does not kill")
          .isGreaterThan(ready.getPeriodSeconds() * ready.getFailureThreshold());
      assertThat(alive.getTerminationGracePeriodSeconds())
          .as("who hangs is not waited for as long as who ends")
          .isLessThan(
              deployment.getSpec().getTemplate().getSpec().getTerminationGracePeriodSeconds());
    }
  }

  @ParameterizedTest
  @MethodSource("shops")
  void anUpdateTakesNoInstanceAwayBeforeAnotherIsReady(Shop shop) {
    for (var deployment : shop.of(Deployment.class)) {
      var rolling = deployment.getSpec().getStrategy().getRollingUpdate();
      assertThat(rolling.getMaxUnavailable().getIntVal()).isZero();
      assertThat(rolling.getMaxSurge().getIntVal()).isPositive();
      var pod = deployment.getSpec().getTemplate().getSpec();
      var pause = container(deployment).getLifecycle().getPreStop().getSleep().getSeconds();
      assertThat(pause).isPositive();
      assertThat(pod.getTerminationGracePeriodSeconds()).isGreaterThan(pause + 40);
    }
  }

  @ParameterizedTest
  @MethodSource("shops")
  void everyPodKeepsToTheRestrictedStandardAndMore(Shop shop) {
    assertThat(shop.the(Namespace.class, "phone82").getMetadata().getLabels())
        .containsEntry("pod-security.kubernetes.io/enforce", "restricted");
    shop.pods()
        .forEach((name, pod) -> {
          var context = pod.getSpec().getSecurityContext();
          assertThat(context.getRunAsNonRoot()).as(name).isTrue();
          assertThat(context.getRunAsUser()).as(name).isPositive();
          assertThat(context.getSeccompProfile().getType()).isEqualTo("RuntimeDefault");
          assertThat(pod.getSpec().getEnableServiceLinks()).isFalse();
          assertThat(pod.getSpec().getAutomountServiceAccountToken())
              .as(name)
              .isEqualTo(name.equals("make-secrets"));
          for (var container : pod.getSpec().getContainers()) {
            var own = container.getSecurityContext();
            assertThat(own.getAllowPrivilegeEscalation()).isFalse();
            assertThat(own.getReadOnlyRootFilesystem()).isTrue();
            assertThat(own.getCapabilities().getDrop()).containsExactly("ALL");
            assertThat(own.getCapabilities().getAdd()).isEmpty();
          }
        });
  }

  @ParameterizedTest
  @MethodSource("shops")
  void everyContainerSaysWhatItNeedsAndWhatItMayTake(Shop shop) {
    assertThat(shop.containers())
        .allSatisfy(container -> {
          assertThat(container.getResources().getRequests()).containsKeys("cpu", "memory");
          assertThat(container.getResources().getLimits()).containsKeys("cpu", "memory");
        });
  }

  @Test
  void theLocalShopFitsTwoCoresAndSixGibibytes() {
    var containers = Shop.local().containers().toList();

    assertThat(sum(containers, "cpu", true)).isLessThanOrEqualTo(new BigDecimal("0.8"));
    assertThat(sum(containers, "memory", false))
        .isLessThanOrEqualTo(new BigDecimal(6L * 1024 * 1024 * 1024));
  }

  private static BigDecimal sum(List<Container> containers, String what, boolean requested) {
    return containers.stream()
        .map(
            each -> requested ? each.getResources().getRequests() : each.getResources().getLimits())
        .map(amounts -> Quantity.getAmountInBytes(amounts.get(what)))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  @ParameterizedTest
  @MethodSource("shops")
  void everyImageIsOfAVersion(Shop shop) {
    assertThat(shop.containers())
        .allSatisfy(container ->
            assertThat(container.getImage()).matches("[\\w./-]+:\\d+\\.\\d+(\\.\\d+)?"));
  }

  @ParameterizedTest
  @MethodSource("shops")
  void noSecretIsWrittenDown(Shop shop) {
    assertThat(shop.resources()).noneMatch(resource -> resource.getKind().equals("Secret"));
    assertThat(shop.containers().flatMap(container -> container.getEnv().stream()))
        .filteredOn(variable -> isSecret(variable.getName()))
        .isNotEmpty()
        .allSatisfy(variable ->
            assertThat(variable.getValueFrom().getSecretKeyRef())
                .as(variable.getName())
                .isNotNull());
    assertThat(shop.of(ConfigMap.class))
        .allSatisfy(map -> assertThat(map.getData().keySet()).noneMatch(PolicyTest::isSecret));
  }

  private static boolean isSecret(String name) {
    return name.toLowerCase(Locale.ROOT).matches(".*(password|secret|credential|sessionkey).*")
        && !name.endsWith(".sh");
  }

  @ParameterizedTest
  @MethodSource("shops")
  void whatScalesIsThereAndHasAPartitionForEachInstance(Shop shop) {
    for (var scaler : shop.of(HorizontalPodAutoscaler.class)) {
      var spec = scaler.getSpec();
      assertThat(
              shop.the(Deployment.class, spec.getScaleTargetRef().getName())
                  .getSpec()
                  .getReplicas())
          .as("an update must not undo what was scaled")
          .isNull();
      assertThat(spec.getMaxReplicas()).isBetween(spec.getMinReplicas(), PARTITIONS);
      assertThat(spec.getBehavior().getScaleUp().getStabilizationWindowSeconds())
          .isGreaterThanOrEqualTo(30);
      assertThat(spec.getBehavior().getScaleDown().getStabilizationWindowSeconds())
          .isGreaterThanOrEqualTo(300);
    }
    var reward = shop.the(HorizontalPodAutoscaler.class, "reward").getSpec();
    assertThat(reward.getMinReplicas()).isEqualTo(1);
    assertThat(reward.getMaxReplicas()).isEqualTo(10);
    assertThat(reward.getMetrics().getFirst().getResource().getTarget().getAverageUtilization())
        .isEqualTo(15);
  }

  @Test
  void inProductionEveryServiceHasABudgetForDisruptions() {
    var shop = Shop.production();
    assertThat(shop.of(PodDisruptionBudget.class)).hasSize(6);
    for (var budget : shop.of(PodDisruptionBudget.class)) {
      assertThat(
              shop.the(Deployment.class, Shop.name(budget))
                  .getSpec()
                  .getTemplate()
                  .getMetadata()
                  .getLabels())
          .containsAllEntriesOf(budget.getSpec().getSelector().getMatchLabels());
      assertThat(budget.getSpec().getMaxUnavailable().getIntVal()).isEqualTo(1);
    }
  }

  @Test
  void inProductionInstancesAreSpreadOverZonesAndNoDataIsKept() {
    var shop = Shop.production();
    assertThat(shop.of(Deployment.class))
        .allSatisfy(deployment ->
            assertThat(deployment.getSpec().getTemplate().getSpec().getTopologySpreadConstraints())
                .anyMatch(rule -> rule.getTopologyKey().equals("topology.kubernetes.io/zone")));
    assertThat(shop.pods()).hasSize(6);
    assertThat(shop.resources().toString()).doesNotContain("PHONESELLER_IDENTITY_GUESTS");
  }

  @ParameterizedTest
  @MethodSource("shops")
  void withoutTheAddressOfRewardNoPayStartsAndAnotherAddressStartsItAnew(Shop shop) {
    var pay = shop.the(Deployment.class, "pay");
    assertThat(container(pay).getEnv())
        .filteredOn(variable -> variable.getName().equals("configurl"))
        .singleElement()
        .satisfies(variable -> {
          var source = variable.getValueFrom().getConfigMapKeyRef();
          assertThat(source.getName()).isEqualTo("apiurl");
          assertThat(source.getKey()).isEqualTo("url");
          assertThat(source.getOptional()).isNotEqualTo(true);
        });
    assertThat(pay.getSpec().getTemplate().getMetadata().getAnnotations())
        .containsEntry(
            "phoneseller/apiurl", shop.the(ConfigMap.class, "apiurl").getData().get("url"));
    assertThat(shop.the(ConfigMap.class, "apiurl").getData()).containsKey("fluentd-server-ip");
  }

  @Test
  void theLocalGatewayIsAtEveryNodesPort30088() {
    var gateway = Shop.local().the(Service.class, "gateway").getSpec();
    assertThat(gateway.getType()).isEqualTo("NodePort");
    assertThat(gateway.getPorts().getFirst().getNodePort()).isEqualTo(30088);
  }

  private static Container container(Deployment deployment) {
    return deployment.getSpec().getTemplate().getSpec().getContainers().getFirst();
  }
}
