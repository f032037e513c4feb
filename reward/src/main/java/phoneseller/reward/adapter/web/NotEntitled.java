package phoneseller.reward.adapter.web;

/** Somebody who is not pay asked for points of an order to be taken or given back. */
final class NotEntitled extends RuntimeException {

  private static final long serialVersionUID = 1;
}
