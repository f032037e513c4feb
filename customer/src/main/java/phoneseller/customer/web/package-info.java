/**
 * The questions a customer asks, each answered from one table by an index. Totals are read from
 * kept counts, never counted.
 */
@NullMarked
package phoneseller.customer.web;

import org.jspecify.annotations.NullMarked;
