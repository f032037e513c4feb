package phoneseller.model;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Goes through every state that can be reached, breadth first, so that what breaks a rule is told
 * with one of its shortest histories.
 */
final class Exploration {

  private final Setting setting;
  private final Actions actions;
  private final Rules rules;
  private final Map<World, Integer> known = new HashMap<>();
  private final List<World> worlds = new ArrayList<>();
  private final Ints cameFrom = new Ints();
  private final List<String> cameBy = new ArrayList<>();
  private final Ints goesOnFrom = new Ints();
  private final Ints goesOnTo = new Ints();
  private final BitSet atRest = new BitSet();
  private long steps;

  Exploration(Setting setting) {
    this.setting = setting;
    this.actions = new Actions(setting);
    this.rules = new Rules(setting);
  }

  /** What was gone through. */
  record Extent(int states, long steps, int ends) {}

  Extent explore() {
    var queue = new ArrayDeque<Integer>();
    queue.add(add(World.before(setting).settled(), -1, "begin"));
    while (!queue.isEmpty()) {
      int at = queue.remove();
      var world = worlds.get(at);
      boolean rests = true;
      for (var action : actions.of(world)) {
        rests &= !action.goesOn();
        var next = happens(action, world, at);
        var seen = known.get(next);
        int to = seen == null ? add(next, at, action.name()) : seen;
        if (seen == null) {
          queue.add(to);
        }
        if (action.goesOn()) {
          goesOnFrom.add(at);
          goesOnTo.add(to);
        }
        steps++;
      }
      if (rests) {
        atRest.set(at);
        check(at, () -> rules.atRest(world));
      }
    }
    requireAWayToAnEnd();
    return new Extent(worlds.size(), steps, atRest.cardinality());
  }

  private World happens(Action action, World world, int at) {
    try {
      var next = action.in(world);
      rules.inEveryState(next);
      rules.atEveryStep(world, next);
      return next;
    } catch (AssertionError | RuntimeException e) {
      throw new AssertionError(
          e + " after" + history(at) + "\n  " + action.name() + "\n" + world, e);
    }
  }

  private int add(World world, int from, String by) {
    int number = worlds.size();
    known.put(world, number);
    worlds.add(world);
    cameFrom.add(from);
    cameBy.add(by.intern());
    return number;
  }

  private void check(int at, Runnable rule) {
    try {
      rule.run();
    } catch (AssertionError | RuntimeException e) {
      throw new AssertionError(e + " after" + history(at) + "\n" + worlds.get(at), e);
    }
  }

  /** Without a client and without one more failure, every order comes to an end. */
  private void requireAWayToAnEnd() {
    var reaches = (BitSet) atRest.clone();
    boolean more = true;
    while (more) {
      more = false;
      for (int edge = goesOnFrom.size() - 1; edge >= 0; edge--) {
        if (reaches.get(goesOnTo.get(edge)) && !reaches.get(goesOnFrom.get(edge))) {
          reaches.set(goesOnFrom.get(edge));
          more = true;
        }
      }
    }
    int stuck = reaches.nextClearBit(0);
    if (stuck < worlds.size()) {
      throw new AssertionError("stuck after" + history(stuck) + "\n" + worlds.get(stuck));
    }
  }

  private String history(int at) {
    var names = new ArrayDeque<String>();
    for (int i = at; i >= 0; i = cameFrom.get(i)) {
      names.push(cameBy.get(i));
    }
    return "\n  " + String.join("\n  ", names);
  }

  /** A list of numbers without a box round each. */
  private static final class Ints {
    private int[] all = new int[1024];
    private int size;

    void add(int number) {
      if (size == all.length) {
        all = Arrays.copyOf(all, size * 2);
      }
      all[size++] = number;
    }

    int get(int index) {
      return all[index];
    }

    int size() {
      return size;
    }
  }
}
