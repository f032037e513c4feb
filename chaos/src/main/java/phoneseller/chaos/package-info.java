/**
 * The whole shop as processes of its own, under load and under faults: killed, stopped, cut off,
 * slowed, told everything twice. A seed draws the faults, so that what they broke can be broken
 * again. Afterwards everything that was promised to a customer must be there, once.
 */
@NullMarked
package phoneseller.chaos;

import org.jspecify.annotations.NullMarked;
