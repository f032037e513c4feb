/** What the APP does by the clock. */
@NullMarked
package phoneseller.app.adapter.jobs;

import org.jspecify.annotations.NullMarked;
