package phoneseller.chaos;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import phoneseller.local.Archive;
import phoneseller.local.Programs;

/**
 * The first shop after a build only sells one phone and takes it back, and each of its processes
 * archives the classes that it has loaded: later ones start in less than half of the work.
 */
public final class Training {

  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final int TERMINATED = 143;

  private final Programs programs;
  private final Archive kind;

  private Training(Programs programs, Archive kind) {
    this.programs = programs;
    this.kind = kind;
  }

  /** {@code FOLDER}, where the programs are that {@code ./phoneseller up} starts. */
  public static void main(String... words) {
    of(new Programs(Path.of(words[0])), Archive.CACHE);
  }

  /** Does nothing when it has been done; one at a time, whoever else runs these programs. */
  public static synchronized void of(Programs programs, Archive kind) {
    try (var lock =
            FileChannel.open(programs.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        var _ = lock.lock()) {
      var training = new Training(programs, kind);
      Stream.concat(Stream.of("local", "login"), Shop.SERVICES.stream()).forEach(programs::unpack);
      if (!training.missing().isEmpty()) {
        training.run();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<String> missing() {
    return Stream.concat(Stream.of("kafka"), services())
        .filter(name -> !Files.exists(programs.archive(kind, name)))
        .toList();
  }

  private Stream<String> services() {
    return Stream.concat(Shop.SERVICES.stream(), hasLogin() ? Stream.of("login") : Stream.empty());
  }

  private boolean hasLogin() {
    return Files.exists(programs.jar("login"));
  }

  private void run() throws IOException {
    var names = missing();
    System.out.println("archiving the classes of " + String.join(", ", names));
    Path folder = programs.lock().resolveSibling("training");
    Folders.remove(folder);
    Files.createDirectories(folder);
    var settings =
        new ShopSettings(programs, folder, false, 1, List.of(), false, Map.of(), hasLogin());
    try (var shop =
        Shop.open(settings, name -> names.contains(name) ? archiving(name) : List.of())) {
      var client = new Client(shop);
      var truth = new Truth(client, PATIENCE);
      long order = client.place("GX Note99", 1, 495_000, "training").id();
      truth.awaitAgreement(List.of(order));
      client.cancel(order);
      truth.awaitAgreement(List.of(order));
      services().parallel().forEach(name -> shop.process(name).stop(PATIENCE));
      shop.process("kafka").stop(PATIENCE);
      for (var name : names) {
        keep(name, shop.process(name));
      }
    }
    Folders.remove(folder);
  }

  private List<String> archiving(String name) {
    return List.of(kind.making(fresh(name)));
  }

  /** What was killed meanwhile has left half an archive, or none. */
  private void keep(String name, Member process) throws IOException {
    if (process.awaitExit(PATIENCE) == TERMINATED && Files.exists(fresh(name))) {
      Files.move(fresh(name), programs.archive(kind, name), StandardCopyOption.ATOMIC_MOVE);
    }
  }

  private Path fresh(String name) {
    return programs.archive(kind, name).resolveSibling(name + ".new");
  }
}
