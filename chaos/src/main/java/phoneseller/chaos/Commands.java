package phoneseller.chaos;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import phoneseller.local.Listener;

/** How a shop's processes are started: their arguments and environment. */
record Commands(ShopSettings settings, Network network) {

  private static final String CREDENTIAL = "of-this-shop-only";

  List<String> postgres() {
    return local("LocalPostgres", "postgres");
  }

  List<String> broker(String name) {
    var arguments = local("LocalKafka", name);
    arguments.addAll(List.of("--node", Integer.toString(node(name)), "--voters", voters()));
    if (name.equals("kafka") && !network.doors().isEmpty()) {
      arguments.addAll(List.of("--listeners", Listener.text(network.doors())));
    }
    return arguments;
  }

  List<String> service(String name) {
    return settings.programs().service(name);
  }

  /** A second instance of a service has that of the first, and a port of its own. */
  Map<String, String> environment(String name) {
    String service = name.replace("-2", "");
    var variables = new HashMap<>(settings.variables());
    variables.put("SERVER_PORT", Integer.toString(network.port(name)));
    variables.put("PHONESELLER_DATA", settings.folder().toString());
    variables.put("PHONESELLER_SERVICE_CREDENTIAL", CREDENTIAL);
    variables.put("SPRING_KAFKA_BOOTSTRAP_SERVERS", bootstrap(service));
    variables.put("API_URL_PAY", url(service, "pay"));
    variables.put("API_URL_REWARD", url(service, "reward"));
    if (settings.login()) {
      variables.putAll(people().variables());
    }
    for (var route : Shop.SERVICES) {
      variables.put(
          "PHONESELLER_GATEWAY_BACKENDS_" + route.toUpperCase(Locale.ROOT), url(service, route));
    }
    if (settings.postgres() && Shop.SERVICES.contains(service) && !service.equals("gateway")) {
      variables.put(
          "SPRING_DATASOURCE_URL",
          "jdbc:postgresql://localhost:" + network.port(service, "postgres") + "/" + service);
      variables.put("SPRING_DATASOURCE_USERNAME", service);
      variables.put("SPRING_DATASOURCE_PASSWORD", service);
    }
    return variables;
  }

  People people() {
    return new People(settings.folder(), network.port("login"), network.port("gateway"));
  }

  private List<String> local(String main, String name) {
    Path data = settings.folder().resolve(name);
    var arguments = new ArrayList<>(settings.programs().local(main));
    arguments.addAll(
        List.of("--port", Integer.toString(network.port(name)), "--data", data.toString()));
    return arguments;
  }

  private int node(String broker) {
    return 1 + settings.brokerNames().indexOf(broker);
  }

  /** The cluster as its members know it: each one's controller is on the next port. */
  private String voters() {
    return settings.brokerNames().stream()
        .map(name -> node(name) + "@127.0.0.1:" + (network.port(name) + 1))
        .collect(Collectors.joining(","));
  }

  private String bootstrap(String from) {
    return settings.brokerNames().stream()
        .map(name -> "localhost:" + network.port(from, name))
        .collect(Collectors.joining(","));
  }

  private String url(String from, String to) {
    return "http://localhost:" + network.port(from, to);
  }
}
