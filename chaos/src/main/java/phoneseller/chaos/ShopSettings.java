package phoneseller.chaos;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What a shop is made of.
 *
 * @param folder its data and logs
 * @param postgres on PostgreSQL instead of the databases embedded in the services
 * @param brokers one, or a cluster of three
 * @param twice services that run in two instances, which needs PostgreSQL
 * @param wired with a {@link Wire} on every connection between its processes
 * @param variables more environment variables for every service
 */
public record ShopSettings(
    Programs programs,
    Path folder,
    boolean postgres,
    int brokers,
    List<String> twice,
    boolean wired,
    Map<String, String> variables) {

  public ShopSettings {
    folder = folder.toAbsolutePath().normalize();
    twice = List.copyOf(twice);
    variables = Map.copyOf(variables);
    if (!twice.isEmpty() && !postgres) {
      throw new IllegalArgumentException("two instances of a service need PostgreSQL");
    }
    if (wired && brokers > 1) {
      throw new IllegalArgumentException("the wires lead to one broker, not to a cluster");
    }
  }

  /** For a test of a module beside the services: programs as built, a new folder in target. */
  static ShopSettings beside(boolean postgres, int brokers, List<String> twice) {
    try {
      Path target = Files.createDirectories(Path.of("target").toAbsolutePath());
      return new ShopSettings(
          new Programs(Path.of("..")),
          Files.createTempDirectory(target, "shop"),
          postgres,
          brokers,
          twice,
          false,
          Map.of());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
