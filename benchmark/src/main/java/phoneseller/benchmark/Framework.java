package phoneseller.benchmark;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import phoneseller.benchmark.spring.FrameworkOnly;
import phoneseller.chaos.Member;
import phoneseller.chaos.Shop;
import phoneseller.local.FreePort;
import phoneseller.local.Programs;

/** The shop's endpoints without the shop, and its gateway in front of them. */
record Framework(Setting setting, Member endpoints, Member front) implements Contender {

  static Framework open(Programs programs, Setting setting) {
    var endpoints = endpoints(programs, setting);
    var framework = new Framework(setting, endpoints, front(programs, setting, endpoints.url()));
    Runtime.getRuntime().addShutdownHook(new Thread(framework::close, "close"));
    framework.processes().forEach(process -> framework.start(process.name()));
    framework.processes().forEach(Member::awaitReady);
    return framework;
  }

  /** On what app ships with, and nothing of app. */
  private static Member endpoints(Programs programs, Setting setting) {
    int port = FreePort.find();
    String classes = own() + ":" + programs.jar("app").resolveSibling("lib") + "/*";
    var arguments = List.of("-Xmx160m", "-cp", classes, FrameworkOnly.class.getName());
    return new Member("framework", port, arguments, atPort(port), setting.folder());
  }

  private static Path own() {
    try {
      return Path.of(
          FrameworkOnly.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Member front(Programs programs, Setting setting, String behind) {
    int port = FreePort.find();
    var variables = new HashMap<>(atPort(port));
    for (var service : Shop.SERVICES) {
      variables.put("PHONESELLER_GATEWAY_BACKENDS_" + service.toUpperCase(Locale.ROOT), behind);
    }
    return new Member("gateway", port, programs.service("gateway"), variables, setting.folder());
  }

  private static Map<String, String> atPort(int port) {
    return Map.of("SERVER_PORT", Integer.toString(port));
  }

  @Override
  public List<Member> processes() {
    return List.of(endpoints, front);
  }

  @Override
  public void start(String name) {
    process(name).start(RealShop.arguments(setting).toArray(String[]::new));
  }

  @Override
  public Path files(String service) {
    return folder();
  }

  @Override
  public void close() {
    processes().forEach(Member::kill);
  }
}
