package phoneseller.chaos;

import java.nio.file.Files;
import java.nio.file.Path;
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

  List<String> service(String name) {
    return List.of("-Xmx128m", "-jar", jar(name).toString());
  }

  List<String> local(String main) {
    Path jar = jar("local");
    String classes = jar + ":" + jar.resolveSibling("lib") + "/*";
    return List.of("-Xmx192m", "-cp", classes, "phoneseller.local." + main);
  }
}
