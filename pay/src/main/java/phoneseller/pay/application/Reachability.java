package phoneseller.pay.application;

/** Whether reward can be called just now, as far as is known; calling it tells for sure. */
public interface Reachability {

  boolean isReachable();
}
