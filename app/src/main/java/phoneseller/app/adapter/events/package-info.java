/** The APP's words translated to the published language, and back. */
@NullMarked
package phoneseller.app.adapter.events;

import org.jspecify.annotations.NullMarked;
