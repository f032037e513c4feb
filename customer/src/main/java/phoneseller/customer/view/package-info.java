/**
 * What the two halves of the read side share. The view exists in two sets of tables: one is active,
 * answers every question and takes every event; the other waits to be filled by a rebuild. Whoever
 * has been told of a step of an order may wait here until the view shows it.
 */
@NullMarked
package phoneseller.customer.view;

import org.jspecify.annotations.NullMarked;
