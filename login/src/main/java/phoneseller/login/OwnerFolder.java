package phoneseller.login;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** A folder whose files nobody but their owner may read, and which are whole or not there. */
record OwnerFolder(Path path) {

  private static final String FILE = "rw-------";
  private static final String FOLDER = "rwx------";

  static OwnerFolder at(Path path) {
    try {
      Files.createDirectories(path);
      allow(path, FOLDER);
    } catch (IOException e) {
      throw new Refusal("its folder cannot be used: " + e);
    }
    return new OwnerFolder(path);
  }

  OwnerFolder folder(String name) {
    return at(path.resolve(name));
  }

  /** The file's text; made and kept when there is none. */
  String textOrMade(String name, Supplier<String> make) {
    return text(name)
        .orElseGet(() -> {
          String made = make.get();
          write(name, made);
          return made;
        });
  }

  Optional<String> text(String name) {
    Path file = path.resolve(name);
    try {
      allow(file, FILE);
      return Optional.of(Files.readString(file));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (FileSystemException e) {
      throw new Refusal("a file of it cannot be used: " + e);
    } catch (IOException e) {
      throw new UncheckedIOException(file.toString(), e);
    }
  }

  void write(String name, String text) {
    try {
      // A temporary file is its owner's alone from the first moment.
      Path fresh = Files.createTempFile(path, ".", ".new");
      try {
        Files.writeString(fresh, text);
        Files.move(fresh, path.resolve(name), StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(fresh);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + path.resolve(name), e);
    }
  }

  void remove(String name) {
    try {
      Files.deleteIfExists(path.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot remove " + path.resolve(name), e);
    }
  }

  /** The names of its files, without what a sudden end has left half written. */
  List<String> names() {
    try (var files = Files.list(path)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(n -> !n.startsWith("."))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(path.toString(), e);
    }
  }

  private static void allow(Path file, String permissions) throws IOException {
    if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    }
  }
}
