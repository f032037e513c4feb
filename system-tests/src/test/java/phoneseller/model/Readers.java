package phoneseller.model;

import static java.time.Instant.EPOCH;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import phoneseller.app.application.CancelOrder;
import phoneseller.app.application.FollowOrders;
import phoneseller.app.application.FollowOrders.News;
import phoneseller.app.domain.Assortment;
import phoneseller.app.domain.IllegalTransition;
import phoneseller.app.domain.OrderFact;
import phoneseller.app.domain.Whose;
import phoneseller.pay.application.FollowOrders.CancelledOrder;
import phoneseller.pay.application.RetrySchedule;
import phoneseller.pay.domain.Points;
import phoneseller.reward.application.GivePointsBack;
import phoneseller.reward.application.GrantPoints;
import phoneseller.reward.application.ReclaimPoints;
import phoneseller.reward.domain.CustomerId;
import phoneseller.reward.domain.Refused;
import phoneseller.store.application.ShipByHand;
import phoneseller.store.application.TakeBack;
import phoneseller.store.domain.Parcel;
import phoneseller.store.domain.ShipmentMessage;

/** Work of one commit: what the services do with a record, a command or a call. */
final class Readers {

  private static final Parcel PARCEL = new Parcel("test", "guest");
  private static final CustomerId GUEST = new CustomerId("guest");

  private final Setting setting;
  private final Session session = new Session();
  private final UseCases app =
      new UseCases("app", session, new AppPorts(session), Assortment.ANYTHING);
  private final UseCases pay =
      new UseCases(
          "pay",
          session,
          new PayPorts(session),
          InstantSource.fixed(EPOCH),
          new RetrySchedule(Duration.ZERO, Duration.ZERO, Duration.ZERO, new Random(0)));
  private final UseCases store;
  private final UseCases reward = new UseCases("reward", session, new RewardPorts(session));

  Readers(Setting setting) {
    this.setting = setting;
    store = new UseCases("store", session, new StorePorts(session), setting.policy());
  }

  void read(World world, Service reader, Told told) {
    commit(
        world,
        () -> {
          switch (reader) {
            case APP ->
                app.get(FollowOrders.class)
                    .follow(List.of(new News(AppPorts.ORDER, fact(told))), EPOCH);
            case PAY ->
                pay.get(phoneseller.pay.application.FollowOrders.class)
                    .cancelled(List.of(new CancelledOrder(PayPorts.ORDER, null)), EPOCH);
            case STORE ->
                store
                    .get(phoneseller.store.application.FollowOrders.class)
                    .follow(List.of(message(told)), EPOCH);
            case REWARD -> reward.get(GrantPoints.class).grant(List.of(paid()), EPOCH);
          }
        });
  }

  void cancel(World world) {
    commit(
        world,
        () -> {
          try {
            var _ = app.get(CancelOrder.class).cancel(Whose.EVERYBODYS, AppPorts.ORDER, EPOCH);
          } catch (IllegalTransition e) {
            // The client is told 409.
          }
        });
  }

  void shipByHand(World world) {
    commit(
        world,
        () -> {
          var _ = store.get(ShipByHand.class).ship(StorePorts.ORDER, EPOCH);
        });
  }

  void takeBack(World world) {
    commit(
        world,
        () -> {
          var _ = store.get(TakeBack.class).take(StorePorts.ORDER);
        });
  }

  Points.Answer takePointsBack(World world) {
    return answer(
        world,
        () -> {
          var _ = reward.get(ReclaimPoints.class).reclaim(RewardPorts.ORDER, GUEST, EPOCH);
        });
  }

  Points.Answer givePointsBack(World world) {
    return answer(
        world,
        () -> {
          var _ = reward.get(GivePointsBack.class).giveBack(RewardPorts.ORDER, EPOCH);
        });
  }

  private Points.Answer answer(World world, Runnable work) {
    try {
      commit(world, work);
      return Points.Answer.DONE;
    } catch (Refused e) {
      return Points.Answer.SURELY_NOTHING;
    }
  }

  private void commit(World world, Runnable work) {
    if (session.step(world, List.of(), _ -> "", work) != null) {
      throw new AssertionError("more than one commit");
    }
  }

  private GrantPoints.Payment paid() {
    return new GrantPoints.Payment(
        RewardPorts.ORDER, GUEST, phoneseller.reward.domain.Points.earnedBy(setting.price()));
  }

  private static OrderFact fact(Told told) {
    return switch (told.kind()) {
      case PAY_COMPLETED -> new OrderFact.PaymentMade();
      case PAY_CANCELLED -> new OrderFact.PaymentUndone();
      case PAY_FAILED -> new OrderFact.PaymentDeclined();
      case SHIPPED -> new OrderFact.LeftTheStore();
      case REWARD_COMPLETED -> new OrderFact.PointsChanged(told.points(), told.entry());
      case REWARD_CANCELLED -> new OrderFact.PointsChanged(0, told.entry());
      case ORDERED, ORDER_CANCELLED -> throw new IllegalArgumentException(told.toString());
    };
  }

  private static ShipmentMessage message(Told told) {
    return switch (told.kind()) {
      case ORDERED -> new ShipmentMessage.Ordered(StorePorts.ORDER, PARCEL);
      case ORDER_CANCELLED -> new ShipmentMessage.Cancelled(StorePorts.ORDER, PARCEL);
      case PAY_COMPLETED -> new ShipmentMessage.Paid(StorePorts.ORDER);
      case PAY_CANCELLED, PAY_FAILED, SHIPPED, REWARD_COMPLETED, REWARD_CANCELLED ->
          throw new IllegalArgumentException(told.toString());
    };
  }
}
