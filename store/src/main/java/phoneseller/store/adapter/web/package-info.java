/** What a dealer's tools see: shipments as {@code storeManages}, in the wire's own spelling. */
@NullMarked
package phoneseller.store.adapter.web;

import org.jspecify.annotations.NullMarked;
