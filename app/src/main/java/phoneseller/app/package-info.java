/**
 * The APP, where a customer orders a phone of its catalogue. An order is taken when its row and its
 * event are stored together; then pay is asked, and the order follows what the other services tell
 * of it until it is shipped with its points, undone, or declined. Its own word is final on two
 * things: a price, and a cancel.
 */
@NullMarked
package phoneseller.app;

import org.jspecify.annotations.NullMarked;
