package phoneseller.deploy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;

/** Commands in a folder that a script finds instead of those of the machine. */
record StandIns(Path folder) {

  void add(String command, String script) throws IOException {
    Path file = Files.writeString(folder.resolve(command), script);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
  }

  /** What runs a script in the folder; what it says is kept there in out and err. */
  ProcessBuilder running(Path script, String... words) {
    var bash = Stream.concat(Stream.of("bash", script.toString()), Stream.of(words)).toList();
    var builder = new ProcessBuilder(bash);
    builder.environment().merge("PATH", folder.toString(), (path, first) -> first + ":" + path);
    return builder
        .directory(folder.toFile())
        .redirectOutput(folder.resolve("out").toFile())
        .redirectError(folder.resolve("err").toFile());
  }
}
