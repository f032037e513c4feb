package phoneseller.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import phoneseller.chaos.Member;

/** What processes have used; a process counts with those that it has started. */
final class Usage {

  private static final String PROPORTIONAL = "Pss:";

  private Usage() {}

  /** The processor time of each process since its start. */
  static Map<String, Duration> cpu(Contender contender) {
    var all = new LinkedHashMap<String, Duration>();
    for (var process : contender.processes()) {
      all.put(
          process.name(),
          family(contender, process).map(Usage::cpu).reduce(Duration.ZERO, Duration::plus));
    }
    return all;
  }

  /** The processor time of each process since then. */
  static Map<String, Duration> since(Map<String, Duration> then, Contender contender) {
    var all = cpu(contender);
    all.replaceAll((name, now) -> now.minus(then.getOrDefault(name, Duration.ZERO)));
    return all;
  }

  static Duration total(Map<String, Duration> cpu) {
    return cpu.values().stream().reduce(Duration.ZERO, Duration::plus);
  }

  static Duration cpu(ProcessHandle process) {
    return process.info().totalCpuDuration().orElse(Duration.ZERO);
  }

  /** The resident memory of each process in MB, what several share in parts; 0 but on Linux. */
  static Map<String, Double> memory(Contender contender) {
    var all = new LinkedHashMap<String, Double>();
    for (var process : contender.processes()) {
      all.put(process.name(), family(contender, process).mapToDouble(Usage::memory).sum());
    }
    return all;
  }

  static double sum(Map<String, Double> memory) {
    return memory.values().stream().mapToDouble(Double::doubleValue).sum();
  }

  private static double memory(ProcessHandle process) {
    Path file = Path.of("/proc", Long.toString(process.pid()), "smaps_rollup");
    try (var lines = Files.lines(file)) {
      return lines
          .filter(line -> line.startsWith(PROPORTIONAL))
          .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
          .sum();
    } catch (IOException e) {
      return 0;
    }
  }

  /** The server of PostgreSQL does not stay the child of what has started it. */
  private static Stream<ProcessHandle> family(Contender contender, Member process) {
    var own = ProcessHandle.of(process.pid()).stream();
    String data = contender.folder().resolve("postgres") + "/";
    var servers =
        ProcessHandle.allProcesses()
            .filter(each ->
                process.name().equals("postgres")
                    && each.info().commandLine().orElse("").startsWith(data));
    return Stream.concat(own, servers)
        .flatMap(each -> Stream.concat(Stream.of(each), each.descendants()))
        .distinct();
  }
}
