package phoneseller.benchmark;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import phoneseller.chaos.Member;
import phoneseller.chaos.Shop;
import phoneseller.local.FreePort;
import phoneseller.local.Programs;

/** The yardstick, beside a broker and a PostgreSQL like the shop's. */
final class BarePipeline implements Contender {

  private final Map<String, Member> processes = new LinkedHashMap<>();
  private final Programs programs;
  private final Setting setting;

  private BarePipeline(Programs programs, Setting setting) {
    this.programs = programs;
    this.setting = setting;
  }

  static BarePipeline open(Programs programs, Setting setting) {
    var pipeline = new BarePipeline(programs, setting);
    Runtime.getRuntime().addShutdownHook(new Thread(pipeline::close, "close"));
    pipeline.open();
    return pipeline;
  }

  private void open() {
    var ports = new LinkedHashMap<String, Integer>();
    Shop.SERVICES.forEach(name -> ports.put(name, FreePort.find()));
    add(store("kafka", "LocalKafka"));
    if (setting.postgres()) {
      add(store("postgres", "LocalPostgres"));
    }
    processes.values().forEach(Member::awaitReady);
    ports.keySet().forEach(name -> add(service(name, ports)));
    processes.values().forEach(Member::awaitReady);
  }

  private void add(Member process) {
    processes.put(process.name(), process);
    start(process.name());
  }

  private Member store(String name, String main) {
    int port = FreePort.find();
    var arguments = new ArrayList<>(programs.local(main));
    arguments.addAll(List.of("--port", "" + port, "--data", folder().resolve(name).toString()));
    if (name.equals("kafka")) {
      arguments.addAll(List.of("--node", "1", "--voters", "1@127.0.0.1:" + (port + 1)));
    }
    return new Member(name, port, arguments, Map.of(), folder());
  }

  private Member service(String name, Map<String, Integer> ports) {
    var arguments =
        new ArrayList<>(
            List.of(
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                "phoneseller.benchmark.bare.BareService",
                "--service",
                name,
                "--port",
                "" + ports.get(name),
                "--broker",
                "127.0.0.1:" + process("kafka").port(),
                "--folder",
                folder().toString()));
    if (setting.postgres()) {
      arguments.addAll(List.of("--postgres", "" + process("postgres").port()));
    }
    for (var peer : List.of("app", "pay", "reward", "customer")) {
      arguments.addAll(List.of("--" + peer, "" + ports.get(peer)));
    }
    int port = Objects.requireNonNull(ports.get(name));
    return new Member(name, port, arguments, Map.of(), folder());
  }

  @Override
  public List<Member> processes() {
    return List.copyOf(processes.values());
  }

  @Override
  public Setting setting() {
    return setting;
  }

  @Override
  public void start(String name) {
    process(name).start(setting.compilation().toArray(String[]::new));
  }

  @Override
  public Path files(String service) {
    return folder();
  }

  @Override
  public void close() {
    processes.values().stream()
        .filter(process -> !process.name().equals("postgres"))
        .forEach(Member::kill);
    if (processes.containsKey("postgres")) {
      process("postgres").stop();
    }
  }
}
