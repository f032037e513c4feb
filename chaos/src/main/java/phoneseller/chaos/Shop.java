package phoneseller.chaos;

import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Function;
import java.util.stream.Stream;
import phoneseller.local.Archive;
import phoneseller.verify.Addresses;

/** The shop as it is shipped, on ports and in a folder of its own. */
public final class Shop implements AutoCloseable {

  public static final HttpClient HTTP =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
  public static final List<String> SERVICES =
      List.of("app", "pay", "store", "reward", "customer", "gateway");

  private final ShopSettings settings;
  private final Network network = new Network();
  private final Commands commands;
  private final Map<String, Member> processes = new ConcurrentSkipListMap<>();

  private Shop(ShopSettings settings) {
    this.settings = settings;
    this.commands = new Commands(settings, network);
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
    return network.wire(edge);
  }

  /** Whoever calls the service finds these of it, in turn, as soon as they connect anew. */
  public void lead(String service, Member... instances) {
    network.lead(service, Stream.of(instances).map(Member::port).toList());
  }

  /** Another instance of a service, which is not started yet. */
  public Member second(String service) {
    String name = service + "-2";
    if (!processes.containsKey(name)) {
      network.add(name);
      add(name, commands.service(service));
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
        "127.0.0.1:" + network.port("kafka"));
  }

  /** The password of a demo account; only a shop with login has any. */
  public String password(String account) {
    return commands.people().password(account);
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

  private void open(Function<String, List<String>> jvmArguments) {
    settings.serviceNames().forEach(network::add);
    settings.brokerNames().forEach(network::add);
    network.add("postgres");
    if (settings.wired()) {
      Edges.of(settings.postgres()).forEach(network::lay);
    }
    for (var name : settings.brokerNames()) {
      add(name, commands.broker(name));
      start(name, jvmArguments);
    }
    if (settings.postgres()) {
      add("postgres", commands.postgres());
      process("postgres").restart();
    }
    settings.serviceNames().forEach(name -> add(name, commands.service(name)));
    settings.serviceNames().forEach(name -> start(name, jvmArguments));
    settings.serviceNames().forEach(name -> process(name).awaitReady());
    settings.brokerNames().forEach(name -> process(name).awaitReady());
    settings.twice().forEach(name -> second(name).start(words(jvmArguments.apply(name))));
    settings.twice().forEach(name -> process(name + "-2").awaitReady());
  }

  private void add(String name, List<String> arguments) {
    processes.put(
        name,
        new Member(name, network.port(name), arguments, commands.environment(name), folder()));
  }

  private void start(String name, Function<String, List<String>> jvmArguments) {
    process(name).start(words(jvmArguments.apply(name)));
  }

  private static String[] words(List<String> arguments) {
    return arguments.toArray(String[]::new);
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
    network.close();
  }
}
