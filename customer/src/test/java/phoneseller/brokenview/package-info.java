/** A read side that breaks each rule of dependency once, so that the rules are seen failing. */
@NullMarked
package phoneseller.brokenview;

import org.jspecify.annotations.NullMarked;
