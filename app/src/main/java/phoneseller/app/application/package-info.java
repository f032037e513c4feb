/** What the APP does for its customers: place, cancel, and follow an order to its end. */
@NullMarked
package phoneseller.app.application;

import org.jspecify.annotations.NullMarked;
