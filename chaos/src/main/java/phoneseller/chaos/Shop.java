package phoneseller.chaos;

import java.net.URI;
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
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import phoneseller.local.Archive;
import phoneseller.local.FreePort;
import phoneseller.local.Listener;
import phoneseller.verify.Addresses;

/** The shop as it is shipped, on ports and in a folder of its own. */
public final class Shop implements AutoCloseable {

  public static final HttpClient HTTP =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
  public static final List<String> SERVICES =
      List.of("app", "pay", "store", "reward", "customer", "gateway");

  private final ShopSettings settings;
  private final Map<String, Integer> ports = new ConcurrentHashMap<>();
  private final Map<String, Member> processes = new ConcurrentSkipListMap<>();
  private final Map<Edge, Wire> wires = new LinkedHashMap<>();
  private final List<Listener> doors = new ArrayList<>();

  private Shop(ShopSettings settings) {
    this.settings = settings;
  }

  /** On H2 and HSQLDB files, as {@code ./phoneseller up} runs it. */
  public static Shop onFiles() {
    return open(ShopSettings.beside(false, 1, List.of()));
  }

  /** On files, with kafka, kafka-2 and kafka-3, as {@code ./phoneseller up --brokers 3} runs it. */
  public static Shop onThreeBrokers() {
    return open(ShopSettings.beside(false, 3, List.of()));
  }

  /** On files, with the OpenID provider, so that people can sign in. */
  public static Shop withLogin() {
    return open(ShopSettings.beside(false, 1, List.of()).withLogin());
  }

  /** On PostgreSQL. */
  public static Shop onPostgres() {
    return open(ShopSettings.beside(true, 1, List.of()));
  }

  /** On PostgreSQL, with these services twice, and a wire on every connection. */
  public static Shop twiceOnPostgres(List<String> services, Map<String, String> variables) {
    return open(ShopSettings.beside(true, 1, services).withWires().with(variables));
  }

  /** Starts it, and waits until all of it is ready. */
  public static Shop open(ShopSettings settings) {
    Training.of(settings.programs(), Archive.CLASSES);
    return open(settings, name -> List.of());
  }

  /** With more JVM arguments for the processes' first start. */
  public static Shop open(ShopSettings settings, Function<String, List<String>> jvmArguments) {
    var shop = new Shop(settings);
    Runtime.getRuntime().addShutdownHook(new Thread(shop::close, "close"));
    try {
      shop.open(jvmArguments);
      return shop;
    } catch (RuntimeException | Error e) {
      shop.close();
      throw e;
    }
  }

  public Member process(String name) {
    return Objects.requireNonNull(processes.get(name), name);
  }

  /** Everything that it consists of. */
  public List<Member> processes() {
    return List.copyOf(processes.values());
  }

  /** The connection between two of its processes; only a wired shop has any. */
  public Wire wire(Edge edge) {
    return Objects.requireNonNull(wires.get(edge), edge.toString());
  }

  /** Whoever calls the service finds these of it, in turn, as soon as they connect anew. */
  public void lead(String service, Member... instances) {
    wires.forEach((edge, wire) -> {
      if (edge.to().equals(service)) {
        wire.lead(Stream.of(instances).map(Member::port).toList());
      }
    });
  }

  /** Another instance of a service, which is not started yet. */
  public Member second(String service) {
    String name = service + "-2";
    if (!processes.containsKey(name)) {
      ports.put(name, FreePort.find());
      add(name, settings.programs().service(service));
    }
    return process(name);
  }

  /** Where it can be looked at. */
  public Addresses addresses() {
    return new Addresses(
        uri("app"),
        uri("pay"),
        uri("store"),
        uri("reward"),
        uri("customer"),
        "127.0.0.1:" + port("kafka"));
  }

  /** The password of a demo account; only a shop with login has any. */
  public String password(String account) {
    return people().password(account);
  }

  private People people() {
    return new People(folder(), port("login"), port("gateway"));
  }

  private URI uri(String service) {
    return URI.create(process(service).url());
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

  private List<String> brokers() {
    return List.of("kafka", "kafka-2", "kafka-3").subList(0, settings.brokers());
  }

  private List<String> services() {
    return settings.login()
        ? Stream.concat(SERVICES.stream(), Stream.of("login")).toList()
        : SERVICES;
  }

  private void open(Function<String, List<String>> jvmArguments) {
    services().forEach(name -> ports.put(name, FreePort.find()));
    brokers().forEach(name -> ports.put(name, FreePort.find()));
    ports.put("postgres", FreePort.find());
    if (settings.wired()) {
      Edges.of(settings.postgres()).forEach(this::lay);
    }
    for (var name : brokers()) {
      add(name, local("LocalKafka", name, folder().resolve(name)));
      process(name).start(jvmArguments.apply(name).toArray(String[]::new));
    }
    if (settings.postgres()) {
      add("postgres", local("LocalPostgres", "postgres", folder().resolve("postgres")));
      process("postgres").restart();
    }
    services().forEach(name -> add(name, settings.programs().service(name)));
    for (var name : services()) {
      process(name).start(jvmArguments.apply(name).toArray(String[]::new));
    }
    services().forEach(name -> process(name).awaitReady());
    brokers().forEach(name -> process(name).awaitReady());
    settings
        .twice()
        .forEach(name -> second(name).start(jvmArguments.apply(name).toArray(String[]::new)));
    settings.twice().forEach(name -> process(name + "-2").awaitReady());
  }

  /** A broker tells its clients where to come again, and so needs a door for each wire. */
  private void lay(Edge edge) {
    int behind = port(edge.to());
    int front = FreePort.find();
    if (edge.to().equals("kafka")) {
      behind = FreePort.find();
      doors.add(new Listener(edge.from().toUpperCase(Locale.ROOT), behind, front));
    }
    wires.put(edge, new Wire(front, behind));
  }

  /** Where one process finds another. */
  private int port(String from, String to) {
    var wire = wires.get(new Edge(from, to));
    return wire == null ? port(to) : wire.port();
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
    if (name.startsWith("kafka")) {
      arguments.addAll(List.of("--node", Integer.toString(1 + brokers().indexOf(name))));
      arguments.addAll(List.of("--voters", voters()));
    }
    if (name.equals("kafka") && !doors.isEmpty()) {
      arguments.addAll(List.of("--listeners", Listener.text(doors)));
    }
    return arguments;
  }

  /** The cluster as its members know it: each one's controller is on the next port. */
  private String voters() {
    return brokers().stream()
        .map(name -> 1 + brokers().indexOf(name) + "@127.0.0.1:" + (port(name) + 1))
        .collect(Collectors.joining(","));
  }

  private String bootstrap(String from) {
    return brokers().stream()
        .map(name -> "localhost:" + port(from, name))
        .collect(Collectors.joining(","));
  }

  private Map<String, String> environment(String service) {
    var variables = new HashMap<>(settings.variables());
    variables.put("PHONESELLER_DATA", folder().toString());
    variables.put("PHONESELLER_SERVICE_CREDENTIAL", "of-this-shop-only");
    variables.put("SPRING_KAFKA_BOOTSTRAP_SERVERS", bootstrap(service));
    variables.put("API_URL_PAY", "http://localhost:" + port(service, "pay"));
    variables.put("API_URL_REWARD", "http://localhost:" + port(service, "reward"));
    if (settings.login()) {
      variables.putAll(people().variables());
    }
    for (var route : SERVICES) {
      variables.put(
          "PHONESELLER_GATEWAY_BACKENDS_" + route.toUpperCase(Locale.ROOT),
          "http://localhost:" + port(service, route));
    }
    if (settings.postgres() && SERVICES.contains(service) && !service.equals("gateway")) {
      variables.put(
          "SPRING_DATASOURCE_URL",
          "jdbc:postgresql://localhost:" + port(service, "postgres") + "/" + service);
      variables.put("SPRING_DATASOURCE_USERNAME", service);
      variables.put("SPRING_DATASOURCE_PASSWORD", service);
    }
    return variables;
  }

  @Override
  public void close() {
    processes.values().forEach(Member::retire);
    processes.values().stream()
        .filter(process -> !process.name().equals("postgres"))
        .forEach(Member::kill);
    if (processes.containsKey("postgres")) {
      process("postgres").stop();
    }
    wires.values().forEach(Wire::close);
  }
}
