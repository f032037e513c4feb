package phoneseller.http;

/**
 * Keeps repeated calls a small part of all calls to a peer, so that a peer in trouble is not asked
 * twice as much as a healthy one. A repetition costs one token; an answer earns a fraction of one.
 */
public final class RetryBudget {

  private final double most;
  private final double earned;
  private double tokens;
  private long spent;
  private long denied;

  /**
   * @param most tokens that are ever saved, and that it begins with
   * @param earned by an answer
   */
  public RetryBudget(double most, double earned) {
    if (most < 0 || earned < 0) {
      throw new IllegalArgumentException("a retry budget is not below 0");
    }
    this.most = most;
    this.earned = earned;
    this.tokens = most;
  }

  /** Whether a call may be repeated; it is then paid for. */
  public synchronized boolean spend() {
    if (tokens < 1) {
      denied++;
      return false;
    }
    tokens--;
    spent++;
    return true;
  }

  /** A call has been answered. */
  public synchronized void earn() {
    tokens = Math.min(most, tokens + earned);
  }

  synchronized long spent() {
    return spent;
  }

  synchronized long denied() {
    return denied;
  }
}
