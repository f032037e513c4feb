package phoneseller.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/** One process of the shop: it can be started, stopped, killed and started again on its port. */
final class Member {

  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final String name;
  private final int port;
  private final List<String> command;
  private final Map<String, String> environment;
  private final Path log;
  private @Nullable Process running;
  private int ends;

  Member(
      String name, int port, List<String> arguments, Map<String, String> environment, Path logs) {
    this.name = name;
    this.port = port;
    this.command = new ArrayList<>(List.of(java(), "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    this.command.addAll(arguments);
    this.environment = environment;
    this.log = logs.resolve(name + ".log");
  }

  String url() {
    return "http://localhost:" + port;
  }

  int port() {
    return port;
  }

  void start() {
    try {
      var builder = new ProcessBuilder(command).redirectErrorStream(true);
      builder.environment().putAll(environment);
      running = builder.redirectOutput(Redirect.appendTo(log.toFile())).start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void awaitReady() {
    Awaitility.await(name + " is ready")
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(200))
        .failFast(name + " has ended:\n" + log, () -> !alive())
        .until(this::ready);
  }

  private boolean ready() {
    if (name.equals("kafka") || name.equals("postgres")) {
      return log().lines().filter(line -> line.startsWith(name + " is ready")).count() > ends;
    }
    try {
      var request =
          HttpRequest.newBuilder(URI.create(url() + "/actuator/health/readiness")).build();
      return Shop.HTTP.send(request, BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  void restart() {
    start();
    awaitReady();
  }

  /** SIGTERM, and waits. */
  void stop() {
    var process = running;
    if (process != null && process.isAlive()) {
      process.destroy();
      await(process);
      ends++;
    }
  }

  /** SIGKILL. */
  void kill() {
    var process = running;
    if (process != null && process.isAlive()) {
      process.destroyForcibly();
      await(process);
      ends++;
    }
  }

  boolean alive() {
    var process = running;
    return process != null && process.isAlive();
  }

  String log() {
    try {
      return Files.exists(log) ? Files.readString(log) : "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void await(Process process) {
    try {
      if (!process.waitFor(40, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }
}
