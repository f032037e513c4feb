/** What people see of the whole shop, in a real browser: customers, dealers and operators. */
@NullMarked
package phoneseller.browser;

import org.jspecify.annotations.NullMarked;
