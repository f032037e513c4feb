package phoneseller.http;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * A part of a list by growing id, as HAL: the rows, and the link to the next part while there may
 * be one. Nothing is counted.
 */
public record KeysetPage<T>(
    @JsonProperty("_embedded") Map<String, List<T>> embedded,
    @JsonProperty("_links") Map<String, Link> links) {

  /**
   * @param id by which the rows are sorted and asked for
   */
  public static <T> KeysetPage<T> of(
      String plural, List<T> rows, After after, ToLongFunction<T> id) {
    var links = new LinkedHashMap<String, Link>();
    links.put(
        "self", new Link(ServletUriComponentsBuilder.fromCurrentRequest().build().toUriString()));
    if (rows.size() >= after.size()) {
      links.put("next", next(id.applyAsLong(rows.getLast()), after.size()));
    }
    return new KeysetPage<>(Map.of(plural, rows), links);
  }

  private static Link next(long id, int size) {
    return new Link(
        ServletUriComponentsBuilder.fromCurrentRequest()
            .replaceQueryParam("after", id)
            .replaceQueryParam("size", size)
            .build()
            .toUriString());
  }
}
