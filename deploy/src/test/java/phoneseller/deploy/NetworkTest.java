package phoneseller.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPort;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Who may speak to whom is the picture in ARCHITECTURE.md, and nothing else. */
class NetworkTest {

  private final Shop shop = Shop.local();

  @Test
  void everyEdgeOfThePictureAndNoOther() {
    var edges = new TreeSet<String>();
    var ports = Map.of("kafka", 9092, "postgres", 5432);
    for (var from : shop.pods().keySet()) {
      for (var to : shop.pods().keySet()) {
        for (int port : List.of(8080, 9092, 9093, 5432)) {
          if (leaves(from, to, port) && enters(from, to, port)) {
            assertThat(port).isEqualTo(ports.getOrDefault(to, 8080));
            edges.add(from + " -> " + to);
          }
        }
      }
    }

    assertThat(edges)
        .containsExactlyInAnyOrder(
            "gateway -> app",
            "gateway -> pay",
            "gateway -> store",
            "gateway -> customer",
            "gateway -> reward",
            "app -> pay",
            "pay -> reward",
            "app -> kafka",
            "pay -> kafka",
            "store -> kafka",
            "customer -> kafka",
            "reward -> kafka",
            "kafka -> kafka",
            "app -> postgres",
            "pay -> postgres",
            "store -> postgres",
            "customer -> postgres",
            "reward -> postgres",
            "make-databases -> postgres");
  }

  @Test
  void whateverIsNotAllowedIsDenied() {
    assertThat(shop.of(NetworkPolicy.class))
        .anySatisfy(policy -> {
          assertThat(policy.getSpec().getPodSelector()).isEqualTo(new LabelSelector());
          assertThat(policy.getSpec().getPolicyTypes()).containsExactly("Ingress", "Egress");
          assertThat(policy.getSpec().getIngress()).isEmpty();
          assertThat(policy.getSpec().getEgress()).isEmpty();
        });
  }

  @Test
  void theGatewayAloneIsOpenToTheWorld() {
    assertThat(
            shop.of(NetworkPolicy.class).stream()
                .filter(policy ->
                    policy.getSpec().getIngress().stream()
                        .anyMatch(rule -> rule.getFrom().isEmpty()))
                .map(Shop::name))
        .containsExactly("gateway");
  }

  private boolean leaves(String from, String to, int port) {
    return policies(from)
        .flatMap(policy -> policy.getSpec().getEgress().stream())
        .anyMatch(rule -> includes(rule.getTo(), to) && includes(rule.getPorts(), port));
  }

  private boolean enters(String from, String to, int port) {
    return policies(to)
        .flatMap(policy -> policy.getSpec().getIngress().stream())
        .anyMatch(rule -> includes(rule.getFrom(), from) && includes(rule.getPorts(), port));
  }

  private Stream<NetworkPolicy> policies(String pod) {
    return shop.of(NetworkPolicy.class).stream()
        .filter(policy -> selects(policy.getSpec().getPodSelector(), pod));
  }

  private boolean includes(List<NetworkPolicyPeer> peers, String pod) {
    return peers.isEmpty()
        || peers.stream()
            .anyMatch(
                peer -> peer.getNamespaceSelector() == null && selects(peer.getPodSelector(), pod));
  }

  private static boolean includes(List<NetworkPolicyPort> ports, int port) {
    return ports.isEmpty() || ports.stream().anyMatch(each -> each.getPort().getIntVal() == port);
  }

  private boolean selects(LabelSelector selector, String pod) {
    var labels = shop.pod(pod).getMetadata().getLabels();
    return labels.entrySet().containsAll(selector.getMatchLabels().entrySet())
        && selector.getMatchExpressions().stream()
            .allMatch(rule ->
                rule.getOperator().equals("In")
                    && rule.getValues().contains(labels.get(rule.getKey())));
  }
}
