/**
 * The read side: what a customer may want to know about their orders, answered from tables shaped
 * for the questions. It decides nothing and publishes nothing; whatever the topic says, in whatever
 * order and however often, ends in the same tables.
 */
@NullMarked
package phoneseller.customer;

import org.jspecify.annotations.NullMarked;
