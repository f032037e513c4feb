package phoneseller.chaos;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import phoneseller.local.Programs;

/**
 * What a shop is made of.
 *
 * @param folder its data and logs
 * @param postgres on PostgreSQL instead of the databases embedded in the services
 * @param brokers one, or a cluster of three
 * @param twice services that run in two instances, which needs PostgreSQL
 * @param wired with a {@link Wire} on every connection between its processes
 * @param variables more environment variables for every service
 * @param login with the OpenID provider and its demo accounts, so that people can sign in
 */
public record ShopSettings(
    Programs programs,
    Path folder,
    boolean postgres,
    int brokers,
    List<String> twice,
    boolean wired,
    Map<String, String> variables,
    boolean login) {

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

  /** One that nobody signs in to. */
  public ShopSettings(
      Programs programs,
      Path folder,
      boolean postgres,
      int brokers,
      List<String> twice,
      boolean wired,
      Map<String, String> variables) {
    this(programs, folder, postgres, brokers, twice, wired, variables, false);
  }

  List<String> brokerNames() {
    return List.of("kafka", "kafka-2", "kafka-3").subList(0, brokers);
  }

  List<String> serviceNames() {
    return login
        ? Stream.concat(Shop.SERVICES.stream(), Stream.of("login")).toList()
        : Shop.SERVICES;
  }

  /** The same, with this in the environment of its services. */
  public ShopSettings with(Map<String, String> more) {
    var all = new HashMap<>(variables);
    all.putAll(more);
    return new ShopSettings(programs, folder, postgres, brokers, twice, wired, all, login);
  }

  /** The same, and people can sign in. */
  public ShopSettings withLogin() {
    return new ShopSettings(programs, folder, postgres, brokers, twice, wired, variables, true);
  }

  /** The same, with a wire on every connection. */
  public ShopSettings withWires() {
    return new ShopSettings(programs, folder, postgres, brokers, twice, true, variables, login);
  }

  /** For a test of a module beside the services: programs as built, a new folder in target. */
  public static ShopSettings beside(boolean postgres, int brokers, List<String> twice) {
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
