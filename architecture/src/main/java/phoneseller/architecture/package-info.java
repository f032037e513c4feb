/** The rules of dependency of ARCHITECTURE.md, as tests that every service runs on itself. */
@NullMarked
package phoneseller.architecture;

import org.jspecify.annotations.NullMarked;
