package phoneseller.messaging;

/** An event without a meaning. */
record Happened(long id, String text) implements Occurrence {}
