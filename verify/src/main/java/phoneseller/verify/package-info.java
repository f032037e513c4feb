/**
 * Looks at a running shop from outside, as its clients, its payment provider and its topic see it,
 * and tells which orders break what must hold of every order. A shop may be at work meanwhile: what
 * looks broken is looked at again until it is whole or has had its time.
 */
@NullMarked
package phoneseller.verify;

import org.jspecify.annotations.NullMarked;
