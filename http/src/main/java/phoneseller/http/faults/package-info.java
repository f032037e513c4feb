/**
 * Faults that can be switched on outside production, to see how the rest of the shop takes them: a
 * service answers late, or with errors, for a while. Without {@code phoneseller.faults.enabled}
 * there are no such switches, and in a container never.
 */
@NullMarked
package phoneseller.http.faults;

import org.jspecify.annotations.NullMarked;
