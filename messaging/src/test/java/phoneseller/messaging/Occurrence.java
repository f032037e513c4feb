package phoneseller.messaging;

/** The events of these tests. */
sealed interface Occurrence permits Happened {}
