package phoneseller.verify;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/** The rows of a service by order, read page by page; the next page is on its way meanwhile. */
final class Pages<R extends Row> {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .build();

  private final Shop shop;
  private final URI list;
  private final String plural;
  private final ObjectReader reader;
  private final long last;
  private final int size;
  private @Nullable FutureTask<Page<R>> coming;
  private List<R> rows = List.of();
  private int next;

  /** One page of rows, as HAL. */
  record Page<R>(
      @JsonProperty("_embedded") Map<String, List<R>> embedded,
      @JsonProperty("_links") Map<String, Object> links) {}

  /** From the order after one up to the last. */
  Pages(Shop shop, URI list, Class<R> row, long after, long last, int size) {
    this.shop = shop;
    this.list = list;
    this.plural = list.getPath().substring(list.getPath().lastIndexOf('/') + 1);
    this.reader = JSON.readerFor(JSON.getTypeFactory().constructParametricType(Page.class, row));
    this.last = last;
    this.size = size;
    this.coming = fetch(after);
  }

  /** The row that is next; null when there is none left. */
  @Nullable R peek() {
    while (next == rows.size()) {
      if (coming == null) {
        return null;
      }
      turn(coming);
    }
    var row = rows.get(next);
    return row.order() > last ? null : row;
  }

  void take() {
    next++;
  }

  private void turn(FutureTask<Page<R>> page) {
    try {
      var turned = page.get();
      rows = turned.embedded().getOrDefault(plural, List.of());
      next = 0;
      boolean more = !rows.isEmpty() && turned.links().containsKey("next");
      coming = more && rows.getLast().order() < last ? fetch(rows.getLast().order()) : null;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof CannotVerify known) {
        throw known;
      }
      throw new CannotVerify(list + ": " + e.getCause(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CannotVerify("interrupted at " + list, e);
    }
  }

  private FutureTask<Page<R>> fetch(long after) {
    var task = new FutureTask<Page<R>>(() -> page(after));
    Thread.ofVirtual().start(task);
    return task;
  }

  private Page<R> page(long after) {
    var address = URI.create(list + "?after=" + after + "&size=" + size);
    Page<R> page =
        shop.get(address, body -> reader.<Page<R>>readValue(body))
            .orElseThrow(() -> new CannotVerify(address + " answers 404"));
    var first = page.embedded().getOrDefault(plural, List.of()).stream().findFirst();
    if (first.isPresent() && first.get().order() <= after) {
      throw new CannotVerify(list + " cannot be read by id: it is of an older shop");
    }
    return page;
  }
}
