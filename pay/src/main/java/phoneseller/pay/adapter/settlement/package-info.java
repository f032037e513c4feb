/** Takes up unfinished payments, at once when they become due, and by the clock. */
@NullMarked
package phoneseller.pay.adapter.settlement;

import org.jspecify.annotations.NullMarked;
