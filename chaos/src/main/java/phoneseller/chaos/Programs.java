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
    Path unpacked = root.resolve(module).resolve(module + ".jar");
    return Files.exists(unpacked)
        ? unpacked
        : root.resolve(module).resolve("target").resolve(module + ".jar");
  }

  /** With its archive of classes, where there is one. */
  List<String> service(String name) {
    Path jar = jar(name);
    Path archive = jar.resolveSibling(name + ".jsa");
    var arguments = new ArrayList<>(List.of("-Xmx128m"));
    if (Files.exists(archive)) {
      arguments.add("-XX:SharedArchiveFile=" + archive);
    }
    arguments.addAll(List.of("-jar", jar.toString()));
    return arguments;
  }

  List<String> local(String main) {
    Path jar = jar("local");
    String classes = jar + ":" + jar.resolveSibling("lib") + "/*";
    return List.of("-Xmx192m", "-cp", classes, "phoneseller.local." + main);
  }
}
