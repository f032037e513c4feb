/** Pay's words translated to the published language, and the orders' back. */
@NullMarked
package phoneseller.pay.adapter.events;

import org.jspecify.annotations.NullMarked;
