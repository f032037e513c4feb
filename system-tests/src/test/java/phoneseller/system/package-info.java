/** The whole shop, seen from outside: what must hold whatever dies, and what a customer sees. */
@NullMarked
package phoneseller.system;

import org.jspecify.annotations.NullMarked;
