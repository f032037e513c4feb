package phoneseller.customer.projection;

import org.jspecify.annotations.Nullable;

/** An order as its customer sees it; what has not been heard of yet is null. */
record OrderRow(
    long orderId,
    @Nullable String customerId,
    @Nullable String item,
    @Nullable Integer qty,
    @Nullable Long price,
    @Nullable String status,
    @Nullable Long point) {}
