package phoneseller.model;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import phoneseller.app.domain.OrderStatus;
import phoneseller.app.domain.Payments.Answer;
import phoneseller.pay.domain.Charge;
import phoneseller.pay.domain.PaymentProvider.Charging;
import phoneseller.pay.domain.PaymentProvider.Refunding;
import phoneseller.pay.domain.Points;
import phoneseller.store.domain.ShipmentStatus;
import phoneseller.store.domain.ShippingPolicy;

/** All that can happen next in a state of the shop. */
final class Actions {

  private final Scripts scripts;
  private final Readers readers;
  private final Provider provider;

  /** In a shop that ships by hand alone: elsewhere it would only double the states. */
  private final boolean isTakenBack;

  Actions(Setting setting) {
    isTakenBack = setting.policy() == ShippingPolicy.BY_HAND;
    scripts = new Scripts(setting);
    readers = new Readers(setting);
    provider = new Provider(setting);
  }

  List<Action> of(World world) {
    var all = new ArrayList<Action>();
    begin(world, all);
    world.runs.forEach((script, run) -> goOn(world, script, run, all));
    for (var service : Service.values()) {
      move(world, service, all);
    }
    command(world, all);
    crash(world, "app", Script.OF_APP, all);
    crash(world, "pay", Script.OF_PAY, all);
    world.late.forEach(
        late -> all.add(new Action(late.call() + " arrives late", false, w -> arrive(w, late))));
    return all;
  }

  /** Who takes up what somebody else is still at has been away, or kept waiting, for too long. */
  private void begin(World world, List<Action> all) {
    var order = world.order;
    if (order == null) {
      all.add(start(Script.PLACE));
    } else if (order.status() instanceof OrderStatus.AwaitingPayment) {
      takeUp(world, Script.FOLLOW_UP, Script.OF_APP, all);
    }
    var payment = world.payment;
    if (payment != null && payment.waitsFor().isPresent()) {
      takeUp(world, Script.SETTLE, Script.OF_PAY, all);
    }
  }

  private void takeUp(World world, Script script, Set<Script> others, List<Action> all) {
    if (world.runs.keySet().stream().noneMatch(others::contains)) {
      all.add(start(script));
    } else if (!world.runs.containsKey(script)) {
      fail(world, script, "begins too early", _ -> "", all);
    }
  }

  private Action start(Script script) {
    return new Action(script + " begins", true, w -> scripts.step(w, script, _ -> ""));
  }

  private void goOn(World world, Script script, Run run, List<Action> all) {
    switch (run.next().kind()) {
      case OWN_STEP -> all.add(start(script, "goes on", true, _ -> ""));
      case ASK_PAY -> {
        if (!world.runs.containsKey(script.counterpart())) {
          all.add(new Action(script + " asks pay", true, w -> ask(w, script)));
        }
        fail(world, script, "does not reach pay", _ -> Answer.OPEN, all);
      }
      case AWAIT_PAY -> fail(world, script, "gives up waiting for pay", _ -> Answer.OPEN, all);
      case CHARGE -> charge(world, script, charge(run), all);
      case REFUND -> refund(world, script, charge(run), all);
      case TAKE_POINTS_BACK, GIVE_POINTS_BACK -> points(world, script, run.next().kind(), all);
    }
  }

  private void ask(World world, Script asker) {
    var run = Objects.requireNonNull(world.runs.get(asker));
    world.runs.put(asker, run.awaiting());
    scripts.step(world, asker.counterpart(), _ -> "");
  }

  private void charge(World world, Script script, Charge charge, List<Action> all) {
    all.add(start(script, "charges", true, w -> provider.charge(w, charge)));
    fail(
        world,
        script,
        "charges, the answer is lost",
        w -> {
          var _ = provider.charge(w, charge);
          return new Charging.NoAnswer();
        },
        all);
    fail(
        world,
        script,
        "charges, and gives up",
        w -> {
          delay(w, Run.Kind.CHARGE, charge);
          return new Charging.NoAnswer();
        },
        all);
  }

  private void refund(World world, Script script, Charge charge, List<Action> all) {
    all.add(start(script, "refunds", true, w -> provider.refund(w, charge)));
    fail(
        world,
        script,
        "refunds, the answer is lost",
        w -> {
          var _ = provider.refund(w, charge);
          return new Refunding.NoAnswer();
        },
        all);
    fail(world, script, "does not reach a refund", _ -> new Refunding.NoAnswer(), all);
  }

  private void points(World world, Script script, Run.Kind call, List<Action> all) {
    all.add(start(script, call.toString(), true, w -> atReward(w, call)));
    fail(
        world,
        script,
        call + ", the answer is lost",
        w -> {
          var _ = atReward(w, call);
          return Points.Answer.UNKNOWN;
        },
        all);
    fail(
        world,
        script,
        call + ", and gives up",
        w -> {
          delay(w, call, null);
          return Points.Answer.UNKNOWN;
        },
        all);
    fail(world, script, call + ", not reached", _ -> Points.Answer.SURELY_NOTHING, all);
  }

  private Points.Answer atReward(World world, Run.Kind call) {
    return call == Run.Kind.TAKE_POINTS_BACK
        ? readers.takePointsBack(world)
        : readers.givePointsBack(world);
  }

  private static void delay(World world, Run.Kind call, @Nullable Object argument) {
    var late = new HashSet<>(world.late);
    late.add(new World.Late(call, argument));
    world.late = Set.copyOf(late);
  }

  private void arrive(World world, World.Late late) {
    var rest = new HashSet<>(world.late);
    rest.remove(late);
    world.late = Set.copyOf(rest);
    if (late.argument() instanceof Charge charge) {
      var _ = provider.charge(world, charge);
    } else {
      var _ = atReward(world, late.call());
    }
  }

  private void move(World world, Service service, List<Action> all) {
    if (!world.outbox(service).isEmpty()) {
      var head = world.outbox(service).getFirst();
      all.add(
          new Action(
              head + " is published",
              true,
              w -> {
                var _ = w.publish(service);
                w.forgetPublished(service);
              }));
      fail(
          world,
          head + " is published, and " + service + " forgets",
          w -> {
            var _ = w.publish(service);
          },
          all);
    }
    if (!world.inbox(service).isEmpty()) {
      all.add(
          new Action(
              service + " reads " + world.inbox(service).getFirst(),
              true,
              w -> readers.read(w, service, w.take(service))));
    }
    if (world.lastRead.containsKey(service)) {
      fail(world, service + " loses its offset", w -> w.rewind(service), all);
    }
  }

  private void command(World world, List<Action> all) {
    if (world.cancels > 0 && world.order != null) {
      all.add(
          new Action(
              "the customer cancels",
              false,
              w -> {
                w.cancels--;
                readers.cancel(w);
              }));
    }
    if (world.directCancels > 0 && world.payment != null) {
      var script =
          world.runs.containsKey(Script.DIRECT_CANCEL)
              ? Script.SECOND_DIRECT_CANCEL
              : Script.DIRECT_CANCEL;
      if (!world.runs.containsKey(script)) {
        all.add(
            new Action(
                script + " begins",
                false,
                w -> {
                  w.directCancels--;
                  scripts.step(w, script, _ -> "");
                }));
      }
    }
    var shipment = world.shipment;
    if (shipment != null && shipment.status() instanceof ShipmentStatus.Ready) {
      all.add(new Action("the dealer ships", false, readers::shipByHand));
    }
    if (shipment != null && isTakenBack && shipment.status() instanceof ShipmentStatus.Returning) {
      all.add(new Action("the dealer takes it back", false, readers::takeBack));
    }
  }

  private void crash(World world, String who, Set<Script> scriptsOf, List<Action> all) {
    if (scriptsOf.stream().anyMatch(world.runs::containsKey)) {
      fail(
          world,
          who + " crashes",
          w -> {
            w.runs.keySet().removeAll(scriptsOf);
            for (var asker : Script.OF_APP) {
              if (!w.runs.containsKey(asker.counterpart())) {
                scripts.answered(w, asker, Answer.OPEN);
              }
            }
          },
          all);
    }
  }

  private Action start(
      Script script, String what, boolean goesOn, Function<World, Object> outside) {
    return new Action(script + " " + what, goesOn, w -> scripts.step(w, script, outside));
  }

  private void fail(
      World world, Script script, String what, Function<World, Object> outside, List<Action> all) {
    fail(world, script + " " + what, w -> scripts.step(w, script, outside), all);
  }

  private static void fail(World world, String what, Consumer<World> failure, List<Action> all) {
    if (world.failures > 0) {
      all.add(
          new Action(
              what,
              false,
              w -> {
                w.failures--;
                failure.accept(w);
              }));
    }
  }

  private static Charge charge(Run run) {
    return (Charge) Objects.requireNonNull(run.next().argument());
  }
}
