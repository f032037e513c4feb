/**
 * What the tests of every service share: the rules of dependency of ARCHITECTURE.md, a database of
 * each kind, and the comparison of the served API with the published one.
 */
@NullMarked
package phoneseller.testing;

import org.jspecify.annotations.NullMarked;
