@NullMarked
package phoneseller.elsewhere;

import org.jspecify.annotations.NullMarked;
