package phoneseller.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where the shop's programs are: in the modules' target folders, or unpacked side by side as {@code
 * ./phoneseller up} runs them.
 */
public record Programs(Path root) {

  /** For every start of every program: an archive fits only those with which it was made. */
  public static final List<String> OPTIONS =
      List.of(
          "-XX:+UseSerialGC",
          "-XX:+UseCompactObjectHeaders",
          "-Xss512k",
          "--enable-native-access=ALL-UNNAMED",
          "--sun-misc-unsafe-memory-access=allow");

  /**
   * What runs for minutes, or on few processors, is soon compiled by the simple compiler; the one
   * for speed would take the processors for minutes. With the simple one alone the JVM would
   * reserve a small code cache, and collect the whole heap after every 7 MB of compiled code.
   */
  public static final List<String> SOON_COMPILED =
      List.of(
          "-XX:TieredStopAtLevel=1",
          "-XX:CompileThresholdScaling=0.2",
          "-XX:ReservedCodeCacheSize=240m");

  public Programs {
    root = root.toAbsolutePath().normalize();
  }

  /**
   * Unpacks programs side by side, with the options to start them: {@code ROOT PLACE MODULE...}.
   * Those of this build stay.
   */
  public static void main(String... words) throws IOException {
    var built = new Programs(Path.of(words[0]));
    Path place = Path.of(words[1]).toAbsolutePath().normalize();
    Stream.of(words)
        .skip(2)
        .parallel()
        .forEach(module -> Unpacking.unpack(built.built(module), place.resolve(module)));
    Files.write(place.resolve("java.options"), OPTIONS);
  }

  public Path jar(String module) {
    return place(module).resolve(module + ".jar");
  }

  private Path place(String module) {
    Path unpacked = root.resolve(module);
    return Files.exists(unpacked.resolve(module + ".jar"))
        ? unpacked
        : target(module).resolve("unpacked");
  }

  private Path target(String module) {
    return root.resolve(module).resolve("target");
  }

  private Path built(String module) {
    return target(module).resolve(module + ".jar");
  }

  /** Who holds it may archive. */
  public Path lock() {
    return place("local").resolveSibling("programs.lock");
  }

  /** Unpacks what the launcher has not; what was not built is left out. */
  public void unpack(String module) {
    if (place(module).startsWith(target(module)) && Files.exists(built(module))) {
      Unpacking.unpack(built(module), place(module));
    }
  }

  /** What a program keeps for its next start; it need not exist. */
  public Path archive(Archive kind, String name) {
    return kind.of(place(name.equals("kafka") ? "local" : name), name);
  }

  /** With the heap that the launcher gives it. */
  public List<String> service(String name) {
    String heap = name.equals("customer") ? "-Xmx224m" : "-Xmx160m";
    var arguments = new ArrayList<>(List.of(heap, "-XX:NewRatio=1"));
    arguments.addAll(archived(name));
    arguments.addAll(List.of("-jar", jar(name).toString()));
    return arguments;
  }

  public List<String> local(String main) {
    Path jar = jar("local");
    var arguments = new ArrayList<>(List.of("-Xmx192m"));
    if (main.equals("LocalKafka")) {
      arguments.addAll(archived("kafka"));
    }
    String classes = jar + ":" + jar.resolveSibling("lib") + "/*";
    arguments.addAll(List.of("-cp", classes, "phoneseller.local." + main));
    return arguments;
  }

  private List<String> archived(String name) {
    return Stream.of(Archive.CACHE, Archive.CLASSES)
        .filter(kind -> Files.exists(archive(kind, name)))
        .limit(1)
        .map(kind -> kind.using(archive(kind, name)))
        .toList();
  }
}
