package phoneseller.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** The rules of {@code access.txt} for one service: who may do what at which endpoint. */
public final class AccessRules {

  private static final String FILE = "access.txt";
  private static final String EVERY_METHOD = "*";

  private final Map<Endpoint, Rule> rules;

  private AccessRules(Map<Endpoint, Rule> rules) {
    this.rules = rules;
  }

  /** A method, and a path as its mapping spells it. */
  public record Endpoint(String method, String path) {}

  /** What each role may do at an endpoint. */
  public record Rule(Map<Role, Reach> reaches) {

    /** As far as the furthest of the roles; what is for anyone is for everybody. */
    public Reach reach(Set<Role> roles) {
      var furthest = reaches.getOrDefault(Role.ANYONE, Reach.NONE);
      for (var role : roles) {
        furthest = furthest.orFurther(reaches.getOrDefault(role, Reach.NONE));
      }
      return furthest;
    }
  }

  /** Those of the published file. */
  public static AccessRules of(String service) {
    try (var in = AccessRules.class.getResourceAsStream(FILE)) {
      var bytes = Objects.requireNonNull(in, FILE).readAllBytes();
      return parse(service, new String(bytes, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static AccessRules parse(String service, String text) {
    var rules = new LinkedHashMap<Endpoint, Rule>();
    int number = 0;
    for (var line : text.split("\n", -1)) {
      number++;
      if (!line.isBlank() && !line.startsWith("#")) {
        var words = List.of(line.strip().split("\\s+"));
        try {
          read(words, service, rules);
        } catch (IllegalArgumentException e) {
          throw new IllegalArgumentException(FILE + ", line " + number + ": " + e.getMessage(), e);
        }
      }
    }
    return new AccessRules(rules);
  }

  private static void read(List<String> words, String service, Map<Endpoint, Rule> rules) {
    var roles = Role.values();
    if (words.size() != 4 + roles.length || !words.get(3).equals("|")) {
      throw new IllegalArgumentException("is not service METHOD path | and a cell for each role");
    }
    var reaches = new EnumMap<Role, Reach>(Role.class);
    for (int i = 0; i < roles.length; i++) {
      reaches.put(roles[i], Reach.of(words.get(4 + i)));
    }
    var endpoint = new Endpoint(words.get(1), words.get(2));
    if (words.getFirst().equals(service) && rules.put(endpoint, new Rule(reaches)) != null) {
      throw new IllegalArgumentException(endpoint + " has a rule already");
    }
  }

  /** Of the method, or else of every method. */
  public Optional<Rule> find(String method, String path) {
    var every = rules.get(new Endpoint(EVERY_METHOD, path));
    return Optional.ofNullable(rules.getOrDefault(new Endpoint(method, path), every));
  }

  public Map<Endpoint, Rule> all() {
    return Map.copyOf(rules);
  }
}
