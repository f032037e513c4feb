package phoneseller.chaos;

import java.net.http.HttpClient;
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
public final class Shop implements AutoCloseable {

  public static final HttpClient HTTP =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
  public static final List<String> SERVICES =
      List.of("app", "pay", "store", "reward", "customer", "gateway");

  private final ShopSettings settings;
  private final Map<String, Integer> ports = new HashMap<>();
  private final Map<String, Member> processes = new LinkedHashMap<>();

  private Shop(ShopSettings settings) {
    this.settings = settings;
  }

  /** On H2 and HSQLDB files, as {@code ./phoneseller up} runs it. */
  public static Shop onFiles() {
    return open(ShopSettings.beside(false, List.of()));
  }

  /** On PostgreSQL, with these services twice. */
  public static Shop onPostgres(List<String> twice) {
    return open(ShopSettings.beside(true, twice));
  }

  /** Starts it, and waits until all of it is ready. */
  public static Shop open(ShopSettings settings) {
    var shop = new Shop(settings);
    try {
      shop.open();
      return shop;
    } catch (RuntimeException | Error e) {
      shop.close();
      throw e;
    }
  }

  public Member process(String name) {
    return Objects.requireNonNull(processes.get(name), name);
  }

  /** Everything that it consists of, in the order in which it was started. */
  public List<Member> processes() {
    return List.copyOf(processes.values());
  }

  public Path folder() {
    return settings.folder();
  }

  /** Every process's log, for a failure's message. */
  public String logs() {
    var all = new StringBuilder();
    processes.forEach(
        (name, process) -> process.log().lines().forEach(line -> all.append(line).append('\n')));
    return all.toString();
  }

  private void open() {
    for (var name : SERVICES) {
      ports.put(name, FreePort.find());
      if (settings.twice().contains(name)) {
        ports.put(name + "-2", FreePort.find());
      }
    }
    ports.put("kafka", FreePort.find());
    add("kafka", local("LocalKafka", "kafka", folder().resolve("kafka")));
    process("kafka").start();
    if (settings.postgres()) {
      ports.put("postgres", FreePort.find());
      add("postgres", local("LocalPostgres", "postgres", folder().resolve("postgres")));
      process("postgres").restart();
    }
    for (var name : SERVICES) {
      add(name, settings.programs().service(name));
      process(name).start();
    }
    SERVICES.forEach(name -> process(name).awaitReady());
    process("kafka").awaitReady();
    for (var name : settings.twice()) {
      add(name + "-2", settings.programs().service(name));
      process(name + "-2").start();
    }
    settings.twice().forEach(name -> process(name + "-2").awaitReady());
  }

  private void add(String name, List<String> arguments) {
    var environment = environment(name.replace("-2", ""));
    environment.put("SERVER_PORT", Integer.toString(port(name)));
    processes.put(name, new Member(name, port(name), arguments, environment, folder()));
  }

  private int port(String name) {
    return Objects.requireNonNull(ports.get(name), name);
  }

  private List<String> local(String main, String name, Path data) {
    var arguments = new ArrayList<>(settings.programs().local(main));
    arguments.addAll(List.of("--port", Integer.toString(port(name)), "--data", data.toString()));
    return arguments;
  }

  private Map<String, String> environment(String service) {
    var variables = new HashMap<>(settings.variables());
    variables.put("PHONESELLER_DATA", folder().toString());
    variables.put("PHONESELLER_SERVICE_CREDENTIAL", "of-this-shop-only");
    variables.put("SPRING_KAFKA_BOOTSTRAP_SERVERS", "localhost:" + port("kafka"));
    variables.put("API_URL_PAY", "http://localhost:" + port("pay"));
    variables.put("API_URL_REWARD", "http://localhost:" + port("reward"));
    for (var route : SERVICES) {
      variables.put(
          "PHONESELLER_GATEWAY_BACKENDS_" + route.toUpperCase(Locale.ROOT),
          "http://localhost:" + port(route));
    }
    if (settings.postgres() && SERVICES.contains(service) && !service.equals("gateway")) {
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
    if (processes.containsKey("postgres")) {
      process("postgres").stop();
    }
  }

  private void kill(String name) {
    process(name).kill();
  }
}
