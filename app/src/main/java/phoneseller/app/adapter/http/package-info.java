/** Pay, as the APP reaches it: over HTTP, behind a circuit breaker. */
@NullMarked
package phoneseller.app.adapter.http;

import org.jspecify.annotations.NullMarked;
