/**
 * What pay does: request, charge, cancel, undo, settle. Nobody is called over the network while a
 * transaction is open; each step is committed before the next, so that whoever takes over after a
 * crash goes on where the last one stood.
 */
@NullMarked
package phoneseller.pay.application;

import org.jspecify.annotations.NullMarked;
