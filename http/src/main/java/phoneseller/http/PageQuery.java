package phoneseller.http;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which page of a list is asked for: {@code page} from 0, {@code size} 20 unless told and 100 at
 * most, {@code sort} as {@code property,asc|desc}.
 */
public record PageQuery(int page, int size, @Nullable String property, boolean descending) {

  private static final int DEFAULT_SIZE = 20;
  private static final int MAX_SIZE = 100;

  /** Reads the query parameters; what cannot be accepted is answered with 422. */
  public static PageQuery of(
      @Nullable String page, @Nullable String size, @Nullable String sort, Set<String> sortable) {
    int number = number("page", page, 0, 0);
    int length = Math.min(number("size", size, DEFAULT_SIZE, 1), MAX_SIZE);
    if (sort == null || sort.isBlank()) {
      return new PageQuery(number, length, null, false);
    }
    String[] parts = sort.split(",", -1);
    String direction = parts.length > 1 ? parts[1].strip() : "asc";
    if (parts.length > 2 || !sortable.contains(parts[0].strip())) {
      throw new Unacceptable("sort", "takes one of " + sorted(sortable) + ", then ,asc or ,desc");
    }
    if (!direction.equalsIgnoreCase("asc") && !direction.equalsIgnoreCase("desc")) {
      throw new Unacceptable("sort", "goes asc or desc");
    }
    return new PageQuery(number, length, parts[0].strip(), direction.equalsIgnoreCase("desc"));
  }

  /** The {@code order by} of this query, from a fixed set of columns by property. */
  public String orderBy(Map<String, String> columns, String otherwise) {
    return property == null
        ? otherwise
        : columns.get(property) + (descending ? " desc" : " asc") + ", " + otherwise;
  }

  public long offset() {
    return (long) page * size;
  }

  private static String sorted(Set<String> names) {
    return String.join(", ", names.stream().sorted().toList());
  }

  private static int number(String name, @Nullable String text, int otherwise, int least) {
    if (text == null || text.isBlank()) {
      return otherwise;
    }
    try {
      int number = Integer.parseInt(text.strip());
      if (number >= least) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw new Unacceptable(name, "is not a whole number");
    }
    throw new Unacceptable(name, "is below " + least);
  }
}
