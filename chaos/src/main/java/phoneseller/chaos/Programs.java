package phoneseller.chaos;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Where the shop's programs are: in the modules' target folders, or unpacked side by side as {@code
 * ./phoneseller up} runs them.
 */
public record Programs(Path root) {

  public Programs {
    root = root.toAbsolutePath().normalize();
  }

  Path jar(String module) {
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

  /** Who holds it may unpack and archive. */
  Path lock() {
    return place("local").resolveSibling("programs.lock");
  }

  /** Unpacks what the launcher has not; what was not built is left out. */
  void unpack(String module) {
    Path built = target(module).resolve(module + ".jar");
    if (place(module).startsWith(target(module)) && Files.exists(built)) {
      Unpacking.unpack(built, place(module));
    }
  }

  /** The classes that a program loads, kept for its next start; it need not exist. */
  Path archive(String name) {
    return place(name.equals("kafka") ? "local" : name).resolve(name + ".jsa");
  }

  List<String> service(String name) {
    var arguments = new ArrayList<>(List.of("-Xmx128m"));
    arguments.addAll(archived(name));
    arguments.addAll(List.of("-jar", jar(name).toString()));
    return arguments;
  }

  List<String> local(String main) {
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
    Path archive = archive(name);
    return Files.exists(archive) ? List.of("-XX:SharedArchiveFile=" + archive) : List.of();
  }
}
