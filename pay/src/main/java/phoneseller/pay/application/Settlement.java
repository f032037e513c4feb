package phoneseller.pay.application;

/** Takes up what is due, all the time. */
public interface Settlement {

  /** Something may be due now: after the commit, where a transaction is open. */
  void wake();
}
