package phoneseller.chaos;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import phoneseller.local.Programs;

/**
 * One process of the shop: it can be started, stopped, killed and started again on its port, and
 * paused and resumed meanwhile. What it has started itself shares its fate.
 */
public final class Member {

  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final Duration GRACE = Duration.ofSeconds(40);
  private static final Duration LOOK = Duration.ofSeconds(2);

  private final String name;
  private final int port;
  private final List<String> arguments;
  private final Map<String, String> environment;
  private final Path log;
  private volatile @Nullable Process running;
  private volatile long began;
  private boolean over;

  public Member(
      String name, int port, List<String> arguments, Map<String, String> environment, Path logs) {
    this.name = name;
    this.port = port;
    this.arguments = List.copyOf(arguments);
    this.environment = Map.copyOf(environment);
    this.log = logs.resolve(name + ".log");
  }

  public String name() {
    return name;
  }

  public String url() {
    return "http://localhost:" + port;
  }

  public int port() {
    return port;
  }

  /** Starts it; the additional JVM arguments hold for this time only. */
  public synchronized void start(String... jvmArguments) {
    if (over) {
      return;
    }
    var command = new ArrayList<String>();
    command.add(java());
    command.addAll(Programs.SOON_COMPILED);
    command.addAll(Programs.OPTIONS);
    command.addAll(List.of(jvmArguments));
    command.addAll(arguments);
    try {
      began = Files.exists(log) ? Files.size(log) : 0;
      var builder = new ProcessBuilder(command).redirectErrorStream(true);
      builder.environment().putAll(environment);
      running = builder.redirectOutput(Redirect.appendTo(log.toFile())).start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public void awaitReady() {
    Waiting.until(
        name + " is ready (log: " + log + ")",
        PATIENCE,
        () -> {
          if (!alive()) {
            throw new AssertionError(name + " has ended (log: " + log + ")");
          }
          return ready();
        });
  }

  public boolean ready() {
    String kind = name.split("-", 2)[0];
    if (kind.equals("kafka") || kind.equals("postgres")) {
      return latestLog().lines().anyMatch(line -> line.startsWith(name + " is ready"));
    }
    try {
      var request =
          HttpRequest.newBuilder(URI.create(url() + "/actuator/health/readiness"))
              .timeout(LOOK)
              .build();
      return Shop.HTTP.send(request, BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  public void restart() {
    start();
    awaitReady();
  }

  /** It is not started again, whoever tries. */
  synchronized void retire() {
    over = true;
  }

  /** SIGTERM, and waits. */
  public void stop() {
    stop(GRACE);
  }

  /** The same; whoever has not ended by then is killed. */
  void stop(Duration grace) {
    var process = running;
    if (process != null && process.isAlive()) {
      resume();
      process.destroy();
      awaitEnd(process, grace);
    }
  }

  /** SIGKILL. */
  public void kill() {
    var process = running;
    if (process != null && process.isAlive()) {
      var all = family(process).toList();
      all.forEach(ProcessHandle::destroyForcibly);
      all.forEach(each -> each.onExit().join());
      awaitEnd(process, GRACE);
    }
  }

  /** SIGSTOP: it holds its connections, its files and its leases, and does nothing. */
  public void pause() {
    signal("STOP");
  }

  /** SIGCONT. */
  public void resume() {
    signal("CONT");
  }

  public boolean alive() {
    var process = running;
    return process != null && process.isAlive();
  }

  public long pid() {
    return process().pid();
  }

  /** Waits until it has ended by itself, and tells how. */
  public int awaitExit(Duration atMost) {
    Waiting.until(name + " ends", atMost, () -> !alive());
    return process().exitValue();
  }

  public String log() {
    return read(0);
  }

  /** What it has written since it was started the last time. */
  public String latestLog() {
    return read(began);
  }

  private String read(long from) {
    try {
      if (!Files.exists(log)) {
        return "";
      }
      byte[] all = Files.readAllBytes(log);
      int start = (int) Math.min(from, all.length);
      return new String(all, start, all.length - start, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Process process() {
    var process = running;
    if (process == null) {
      throw new IllegalStateException(name + " was never started");
    }
    return process;
  }

  private void signal(String signal) {
    var process = running;
    if (process == null || !process.isAlive()) {
      return;
    }
    var command = new ArrayList<>(List.of("kill", "-" + signal));
    family(process).map(each -> Long.toString(each.pid())).forEach(command::add);
    try {
      new ProcessBuilder(command).redirectErrorStream(true).start().waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Stream<ProcessHandle> family(Process process) {
    return Stream.concat(Stream.of(process.toHandle()), process.descendants());
  }

  private static void awaitEnd(Process process, Duration grace) {
    try {
      if (!process.waitFor(grace.toMillis(), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }
}
