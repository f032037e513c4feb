package phoneseller.customer.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened to an order.
 *
 * @param event the type of the event that told of it
 * @param source the service that published the event
 * @param correlationId of the work that caused it; absent in what was kept before ids were
 */
@JsonInclude(Include.NON_NULL)
record TimelineEntry(
    String event,
    Instant at,
    @Nullable Long price,
    @Nullable Long point,
    String source,
    @Nullable String correlationId) {}
