/**
 * One order in a model of the whole shop: the services' own domains and use cases over ports in
 * memory, where every commit, every call, every message and every failure is one step. All
 * interleavings of the steps are gone through, and the rules of the shop are checked in each state.
 */
@NullMarked
package phoneseller.model;

import org.jspecify.annotations.NullMarked;
