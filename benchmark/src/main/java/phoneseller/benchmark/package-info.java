/**
 * Measures the shop, as it is shipped, beside a bare pipeline that does the same durable work on
 * the same engines: a figure says little, its ratio to the yardstick of the same run says more.
 */
@NullMarked
package phoneseller.benchmark;

import org.jspecify.annotations.NullMarked;
