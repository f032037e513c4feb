package phoneseller.reward.adapter.web;

/** The ledger has no entry under this id. */
final class NoSuchEntry extends RuntimeException {

  private static final long serialVersionUID = 1;

  NoSuchEntry(long id) {
    super("There is no reward " + id + ".");
  }
}
