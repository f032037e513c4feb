/** Payments over HTTP, in the words of the contract. */
@NullMarked
package phoneseller.pay.adapter.web;

import org.jspecify.annotations.NullMarked;
