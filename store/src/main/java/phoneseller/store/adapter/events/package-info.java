/** The topic as the store sees it: three events come in, one goes out. */
@NullMarked
package phoneseller.store.adapter.events;

import org.jspecify.annotations.NullMarked;
