package phoneseller.identity;

import java.time.Instant;

/**
 * Whoever shows a good token.
 *
 * @param until when the token ends
 */
record Bearer(Caller caller, Instant until) {}
