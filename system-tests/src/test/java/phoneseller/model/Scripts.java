package phoneseller.model;

import static java.time.Instant.EPOCH;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import phoneseller.app.application.FollowUpPayments;
import phoneseller.app.application.PlaceOrder;
import phoneseller.app.domain.Assortment;
import phoneseller.app.domain.Payments.Answer;
import phoneseller.app.domain.Purchase;
import phoneseller.pay.application.CancelPayment;
import phoneseller.pay.application.ChargePayment;
import phoneseller.pay.application.RequestPayment;
import phoneseller.pay.application.RetrySchedule;
import phoneseller.pay.application.SettlePayment;
import phoneseller.pay.application.UndoPayment;
import phoneseller.pay.domain.IllegalTransition;
import phoneseller.pay.domain.Payment;
import phoneseller.pay.domain.PaymentStatus.Cancelled;
import phoneseller.pay.domain.PaymentStatus.Cancelling;
import phoneseller.pay.domain.PaymentStatus.Declined;
import phoneseller.pay.domain.PaymentStatus.NeverRequested;
import phoneseller.pay.domain.PaymentStatus.Paid;
import phoneseller.pay.domain.PaymentStatus.RefundRefused;
import phoneseller.pay.domain.PaymentStatus.Requested;
import phoneseller.pay.domain.Won;

/** The work of app and pay that has more than one commit, as their adapters call it. */
final class Scripts {

  private final Setting setting;
  private final Session session = new Session();
  private final PayPorts payPorts = new PayPorts(session);
  private final UseCases app =
      new UseCases("app", session, new AppPorts(session), Assortment.ANYTHING);
  private final UseCases pay =
      new UseCases(
          "pay",
          session,
          payPorts,
          InstantSource.fixed(EPOCH),
          new RetrySchedule(
              Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofSeconds(1), new Random(0)));

  Scripts(Setting setting) {
    this.setting = setting;
  }

  /** One step on; who has asked pay is answered where this was the last step of it. */
  void step(World world, Script script, Function<World, Object> outside) {
    var run = world.runs.get(script);
    var answer = new Answer[1];
    var next =
        session.step(
            world, run == null ? List.of() : run.given(), outside, () -> answer[0] = run(script));
    if (next != null) {
      world.runs.put(script, next);
      return;
    }
    world.runs.remove(script);
    if (answer[0] != null) {
      answered(world, script.counterpart(), answer[0]);
    }
  }

  void answered(World world, Script asker, Answer answer) {
    var run = world.runs.get(asker);
    if (run != null && run.next().kind() == Run.Kind.AWAIT_PAY) {
      step(world, asker, _ -> answer);
    }
  }

  private @Nullable Answer run(Script script) {
    return switch (script) {
      case PLACE -> {
        var purchase = Purchase.of(null, "test", 1, setting.price());
        var _ = app.get(PlaceOrder.class).place(purchase, null, EPOCH);
        yield null;
      }
      case FOLLOW_UP -> {
        app.get(FollowUpPayments.class).followUp(EPOCH);
        yield null;
      }
      case REQUEST, REQUEST_AGAIN -> request(new UUID(0, script == Script.REQUEST ? 1 : 2));
      case DIRECT_CANCEL, SECOND_DIRECT_CANCEL -> {
        directCancel();
        yield null;
      }
      case SETTLE -> {
        payPorts.claim();
        Payment _ = untilWon(() -> pay.get(SettlePayment.class).settle(PayPorts.ORDER));
        yield null;
      }
    };
  }

  private Answer request(UUID key) {
    var price = new Won(setting.price());
    var payment =
        untilWon(() ->
            pay.get(RequestPayment.class)
                .request(PayPorts.ORDER, price, null, key, EPOCH)
                .payment());
    if (payment.status() instanceof Requested) {
      payment = untilWon(() -> pay.get(ChargePayment.class).charge(PayPorts.ORDER));
    }
    return switch (payment.status()) {
      case Paid _, RefundRefused _ -> Answer.MADE;
      case Declined _ -> Answer.DECLINED;
      case Cancelled _, NeverRequested _ -> Answer.UNDONE;
      case Requested _, Cancelling _ -> Answer.OPEN;
    };
  }

  private void directCancel() {
    try {
      var payment = untilWon(() -> pay.get(CancelPayment.class).cancel(PayPorts.ORDER));
      if (payment.status() instanceof Cancelling) {
        Payment _ = untilWon(() -> pay.get(UndoPayment.class).undo(PayPorts.ORDER));
      }
    } catch (IllegalTransition e) {
      // The client is told 409.
    }
  }

  private static <T> T untilWon(Supplier<T> work) {
    while (true) {
      try {
        return work.get();
      } catch (Session.RaceLost e) {
        // Once more, on what is stored now.
      }
    }
  }
}
