package phoneseller.model;

/** Who has a database, an outbox and a place in the topic. */
enum Service {
  APP,
  PAY,
  STORE,
  REWARD
}
