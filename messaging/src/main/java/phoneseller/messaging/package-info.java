/**
 * Delivery: an event written in the transaction of the state that it tells of reaches every service
 * at least once, in order per key, whatever dies meanwhile. {@link Outbox} on the way out, {@link
 * EventHandler} on the way in; the rest of the package is the road between the two. It knows no
 * business word.
 */
@NullMarked
package phoneseller.messaging;

import org.jspecify.annotations.NullMarked;
