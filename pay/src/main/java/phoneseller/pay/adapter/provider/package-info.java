/**
 * Whoever moves the money, as pay reaches them. A shop that has a payment provider puts its client
 * here in place of the sandbox; the time limit stays around it.
 */
@NullMarked
package phoneseller.pay.adapter.provider;

import org.jspecify.annotations.NullMarked;
