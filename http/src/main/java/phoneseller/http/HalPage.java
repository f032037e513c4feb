package phoneseller.http;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** One page of a list as HAL: the rows, the links to its neighbours, and the totals. */
public record HalPage<T>(
    @JsonProperty("_embedded") Map<String, List<T>> embedded,
    @JsonProperty("_links") Map<String, Link> links,
    Totals page) {

  /** How many rows there are, and where in them this page stands; {@code number} counts from 0. */
  public record Totals(int size, long totalElements, long totalPages, int number) {}

  public static <T> HalPage<T> of(String plural, List<T> rows, PageQuery query, long total) {
    long pages = (total + query.size() - 1) / query.size();
    var links = new LinkedHashMap<String, Link>();
    links.put("self", self());
    if (pages > 1) {
      links.put("first", at(0, query));
      if (query.page() > 0) {
        links.put("prev", at(Math.min(query.page() - 1L, pages - 1), query));
      }
      if (query.page() < pages - 1) {
        links.put("next", at(query.page() + 1L, query));
      }
      links.put("last", at(pages - 1, query));
    }
    return new HalPage<>(
        Map.of(plural, rows), links, new Totals(query.size(), total, pages, query.page()));
  }

  /** A list that is whole on one page, as searches by order are. */
  public static <T> Map<String, Object> whole(String plural, List<T> rows) {
    return Map.of("_embedded", Map.of(plural, rows), "_links", Map.of("self", self()));
  }

  private static Link self() {
    return new Link(ServletUriComponentsBuilder.fromCurrentRequest().build().toUriString());
  }

  private static Link at(long page, PageQuery query) {
    return new Link(
        ServletUriComponentsBuilder.fromCurrentRequest()
            .replaceQueryParam("page", page)
            .replaceQueryParam("size", query.size())
            .build()
            .toUriString());
  }
}
