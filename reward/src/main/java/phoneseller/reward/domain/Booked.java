package phoneseller.reward.domain;

/** An entry in the ledger, under the id that it got there; a later one has a higher id. */
public record Booked(long id, Entry entry) {}
