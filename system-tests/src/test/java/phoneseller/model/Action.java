package phoneseller.model;

import java.util.function.Consumer;

/**
 * Something that can happen next.
 *
 * @param goesOn by itself, without a client and without a failure
 */
record Action(String name, boolean goesOn, Consumer<World> happens) {

  World in(World before) {
    var world = before.copy();
    happens.accept(world);
    return world.settled();
  }
}
