package phoneseller.pay.domain;

import java.util.UUID;

/**
 * What the provider is asked for.
 *
 * @param key the idempotency key of the charge at the provider, stored before the first call; the
 *     provider charges it once, and undoes it by the same key
 */
public record Charge(UUID key, Won amount) {}
