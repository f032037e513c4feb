package phoneseller.store.adapter.web;

import org.jspecify.annotations.Nullable;
import phoneseller.http.Unacceptable;
import phoneseller.store.domain.Stage;

/** The query parameter {@code process}: shipments of one stage only. */
final class ProcessFilter {

  private ProcessFilter() {}

  /** The stage that is asked for; null for all of them. */
  static @Nullable Stage stage(@Nullable String process) {
    return switch (process) {
      case null -> null;
      case "Payed" -> Stage.TO_SHIP;
      case "Shipped" -> Stage.SHIPPED;
      case "Cancelled" -> Stage.CANCELLED;
      case "Returning" -> Stage.RETURNING;
      case "Returned" -> Stage.RETURNED;
      default ->
          throw new Unacceptable(
              "process", "takes one of Payed, Shipped, Cancelled, Returning, Returned");
    };
  }
}
