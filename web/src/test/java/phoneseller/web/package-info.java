/** Checks of the pages that need no browser. */
@NullMarked
package phoneseller.web;

import org.jspecify.annotations.NullMarked;
