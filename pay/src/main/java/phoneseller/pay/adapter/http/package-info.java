/**
 * The points as pay reaches them: taken back and given back over HTTP, with a time limit and a
 * circuit breaker, and watched from afar so that no payment ever waits for them.
 */
@NullMarked
package phoneseller.pay.adapter.http;

import org.jspecify.annotations.NullMarked;
