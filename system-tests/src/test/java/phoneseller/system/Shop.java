package phoneseller.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import phoneseller.local.FreePort;

/** The shop as it is shipped, on ports and in a folder of its own. */
final class Shop implements AutoCloseable {

  static final HttpClient HTTP =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
  static final List<String> SERVICES =
      List.of("app", "pay", "store", "reward", "customer", "gateway");

  private final Path folder;
  private final boolean postgres;
  private final Map<String, Integer> ports = new HashMap<>();
  private final Map<String, Member> processes = new LinkedHashMap<>();

  private Shop(boolean postgres) {
    this.postgres = postgres;
    try {
      Files.createDirectories(Path.of("target"));
      this.folder = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "shop");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** On H2 and HSQLDB files, as {@code ./phoneseller up} runs it. */
  static Shop onFiles() {
    return new Shop(false).open(List.of());
  }

  /** On PostgreSQL, with these services twice. */
  static Shop onPostgres(List<String> twice) {
    return new Shop(true).open(twice);
  }

  Member process(String name) {
    return Objects.requireNonNull(processes.get(name), name);
  }

  Path folder() {
    return folder;
  }

  /** The end of every process's log, for a failure's message. */
  String logs() {
    var all = new StringBuilder();
    processes.forEach(
        (name, process) -> process.log().lines().forEach(line -> all.append(line).append('\n')));
    return all.toString();
  }

  private Shop open(List<String> twice) {
    for (var name : SERVICES) {
      ports.put(name, FreePort.find());
      if (twice.contains(name)) {
        ports.put(name + "-2", FreePort.find());
      }
    }
    ports.put("kafka", FreePort.find());
    add("kafka", local("LocalKafka", "kafka", "--data", folder.resolve("kafka").toString()));
    process("kafka").start();
    if (postgres) {
      ports.put("postgres", FreePort.find());
      add("postgres", local("LocalPostgres", "postgres", "--data", folder + "/postgres"));
      process("postgres").restart();
    }
    for (var name : SERVICES) {
      add(name, jar(name));
      process(name).start();
    }
    SERVICES.forEach(name -> process(name).awaitReady());
    process("kafka").awaitReady();
    for (var name : twice) {
      add(name + "-2", jar(name));
      process(name + "-2").start();
    }
    twice.forEach(name -> process(name + "-2").awaitReady());
    return this;
  }

  private void add(String name, List<String> arguments) {
    var environment = environment(name.replace("-2", ""));
    environment.put("SERVER_PORT", Integer.toString(port(name)));
    processes.put(name, new Member(name, port(name), arguments, environment, folder));
  }

  private int port(String name) {
    return Objects.requireNonNull(ports.get(name), name);
  }

  private List<String> local(String main, String name, String... more) {
    var arguments = new ArrayList<String>();
    arguments.addAll(List.of("-Xmx192m", "-cp", "../local/target/local.jar:../local/target/lib/*"));
    arguments.addAll(List.of("phoneseller.local." + main, "--port", Integer.toString(port(name))));
    arguments.addAll(List.of(more));
    return arguments;
  }

  private static List<String> jar(String service) {
    return List.of("-Xmx128m", "-jar", "../" + service + "/target/" + service + ".jar");
  }

  private Map<String, String> environment(String service) {
    var variables = new HashMap<String, String>();
    variables.put("PHONESELLER_DATA", folder.toString());
    variables.put("PHONESELLER_SERVICE_CREDENTIAL", "system-tests-only");
    variables.put("SPRING_KAFKA_BOOTSTRAP_SERVERS", "localhost:" + port("kafka"));
    variables.put("API_URL_PAY", "http://localhost:" + port("pay"));
    variables.put("API_URL_REWARD", "http://localhost:" + port("reward"));
    for (var route : SERVICES) {
      variables.put(
          "PHONESELLER_GATEWAY_BACKENDS_" + route.toUpperCase(Locale.ROOT),
          "http://localhost:" + port(route));
    }
    if (postgres && SERVICES.contains(service) && !service.equals("gateway")) {
      variables.put(
          "SPRING_DATASOURCE_URL",
          "jdbc:postgresql://localhost:" + port("postgres") + "/" + service);
      variables.put("SPRING_DATASOURCE_USERNAME", service);
      variables.put("SPRING_DATASOURCE_PASSWORD", service);
    }
    return variables;
  }

  @Override
  public void close() {
    var names = new ArrayList<>(processes.keySet());
    names.reversed().stream().filter(name -> !name.equals("postgres")).forEach(this::kill);
    if (postgres) {
      process("postgres").stop();
    }
  }

  private void kill(String name) {
    process(name).kill();
  }
}
