package phoneseller.customer.projection;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An order as its customer sees it; what has not been heard of yet is null.
 *
 * @param waitingSince when it came to where it stands; null when nothing more has to happen
 */
record OrderRow(
    long orderId,
    @Nullable String customerId,
    @Nullable String item,
    @Nullable Integer qty,
    @Nullable Long price,
    @Nullable String status,
    @Nullable Long point,
    @Nullable Instant waitingSince) {}
