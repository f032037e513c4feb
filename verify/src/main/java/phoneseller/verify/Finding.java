package phoneseller.verify;

/**
 * An invariant that is broken.
 *
 * @param order the order that breaks it; 0 when it is not one order's
 * @param detail what was seen
 */
public record Finding(Invariant invariant, long order, String detail) {}
