package phoneseller.benchmark;

import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;
import phoneseller.benchmark.http.Message;

/**
 * One contender under one load, until the newest of what it has promised is complete, and all that
 * is watched.
 *
 * @param completion from a request to the end in the view, in µs, of every hundredth order
 * @param all from the first request until the last order was complete
 * @param cpu of each process meanwhile
 * @param generator the processor time of the load generator meanwhile
 */
record Run(
    Measured load,
    Histogram completion,
    Duration all,
    Map<String, Duration> cpu,
    Duration generator) {

  private static final int WATCHED = 100;

  /** How a load is put on. */
  interface Model {
    Measured put(Load load);
  }

  /** Orders, each until it is shipped and has its points. */
  static Run orders(Contender contender, Model model) {
    var completion = new Completion(contender.gateway(), Completion.SHIPPED, WATCHED);
    return of(contender, completion, Requests::order, model);
  }

  /** What was ordered is cancelled, each until it is paid back and its points are taken back. */
  static Run cancels(Contender contender, Supplier<@Nullable Message> requests, Model model) {
    var completion = new Completion(contender.gateway(), Completion.CANCELLED, WATCHED);
    return of(contender, completion, requests, model);
  }

  private static Run of(
      Contender contender,
      Completion completion,
      Supplier<@Nullable Message> requests,
      Model model) {
    var cpu = Usage.cpu(contender);
    var own = Usage.cpu(ProcessHandle.current());
    long began = System.nanoTime();
    var load = model.put(new Load(contender.gateway(), requests, completion::taken));
    completion.await();
    return new Run(
        load,
        completion.times(),
        Duration.ofNanos(System.nanoTime() - began),
        Usage.since(cpu, contender),
        Usage.cpu(ProcessHandle.current()).minus(own));
  }

  /** Complete orders a second. */
  double rate() {
    return load.acknowledged().size() / Measured.seconds(all);
  }

  /** Processor time of all processes for each order, in ms. */
  double cost() {
    return Usage.total(cpu).toNanos() / 1e6 / Math.max(1, load.acknowledged().size());
  }

  /** One process's part of it. */
  double cost(String process) {
    return cpu.getOrDefault(process, Duration.ZERO).toNanos()
        / 1e6
        / Math.max(1, load.acknowledged().size());
  }

  /** In milliseconds. */
  double completion(double percentile) {
    return completion.getValueAtPercentile(percentile) / 1000.0;
  }

  /** The generator's part of the processor time that was used. */
  double share() {
    double own = generator.toNanos();
    return own / (own + Usage.total(cpu).toNanos());
  }
}
