package phoneseller.pay.domain;

/** Whom an unfinished payment waits for. */
public enum Counterparty {
  PROVIDER,
  REWARD
}
