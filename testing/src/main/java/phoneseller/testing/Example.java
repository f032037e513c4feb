package phoneseller.testing;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A request to an endpoint that belongs to customer-1, as far as it belongs to anybody.
 *
 * @param uri with {@code #} where the id of what is asked for stands
 * @param id of something of customer-1
 * @param nowhere an id like it, of nothing; null where nothing of a customer is addressed
 * @param answers what whoever may is answered
 */
public record Example(
    String uri, String id, @Nullable String nowhere, @Nullable String body, Set<Integer> answers) {

  public static Example of(String uri, int... answers) {
    return new Example(
        uri, "", null, null, Arrays.stream(answers).boxed().collect(Collectors.toSet()));
  }

  public Example sending(String json) {
    return new Example(uri, id, nowhere, json, answers);
  }

  /** For a stranger what has this id is to be like what has the other one. */
  public Example like(String mine, String nobodys) {
    return new Example(uri, mine, nobodys, body, answers);
  }

  String mine() {
    return uri.replace("#", id);
  }

  String nobodys() {
    return uri.replace("#", String.valueOf(nowhere));
  }
}
