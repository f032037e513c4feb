package phoneseller.gateway.session;

import java.time.Instant;

/**
 * A sign-in that has been begun: what the provider's answer must fit, kept sealed in the browser
 * that began it, so that no other browser can end it.
 */
record PendingSignIn(
    String state, String nonce, String verifier, String redirectUri, String to, Instant until) {

  @Override
  public String toString() {
    return "PendingSignIn[to " + to + ", until " + until + "]";
  }
}
