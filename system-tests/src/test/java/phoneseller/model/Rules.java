package phoneseller.model;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import phoneseller.app.domain.Order;
import phoneseller.app.domain.OrderStatus;
import phoneseller.model.World.Money;
import phoneseller.pay.domain.Payment;
import phoneseller.pay.domain.PaymentStatus;
import phoneseller.reward.domain.Booked;
import phoneseller.reward.domain.Entry;
import phoneseller.store.domain.Shipment;
import phoneseller.store.domain.ShipmentStatus;

/** What holds of an order in every state, at every step, and when nothing more happens to it. */
record Rules(Setting setting) {

  void inEveryState(World world) {
    long charged = world.provider.values().stream().filter(money -> money != Money.VOID).count();
    require(charged <= 1, "charged twice");
    long points = points(world);
    require(points == 0 || points == setting.earned(), "points are " + points);
    require(points == 0 || isCharged(world), "points for a payment that is not made");
    require(entries(world, Entry.Kind.GRANT) <= 1, "granted twice");
    require(entries(world, Entry.Kind.RECLAIM) <= 1, "reclaimed twice");
    require(entries(world, Entry.Kind.GIVE_BACK) <= 1, "given back twice");
    if (world.shipment != null && hasLeft(world.shipment)) {
      require(world.payment != null && wasMade(world), "shipped without a payment");
    }
    if (world.payment != null && world.payment.status() instanceof PaymentStatus.Cancelled) {
      require(!isCharged(world), "cancelled, and the money is not back");
      require(points == 0, "cancelled, and the points are not back");
    }
  }

  /** What is once at its end stays there; what has left has left. */
  void atEveryStep(World before, World after) {
    if (before.payment != null && isSettledForGood(before.payment)) {
      require(
          status(before.payment).equals(status(after.payment)),
          before.payment + " is followed by " + after.payment);
      require(
          after.outbox(Service.PAY).size() <= before.outbox(Service.PAY).size(),
          "a settled payment has news");
    }
    if (before.shipment != null) {
      var now = Objects.requireNonNull(after.shipment).status();
      switch (before.shipment.status()) {
        case ShipmentStatus.Cancelled _ ->
            require(now instanceof ShipmentStatus.Cancelled, "cancelled, and then " + now);
        case ShipmentStatus.Returning _ ->
            require(
                now instanceof ShipmentStatus.Returning || now instanceof ShipmentStatus.Returned,
                "returning, and then " + now);
        case ShipmentStatus.Returned _ ->
            require(now instanceof ShipmentStatus.Returned, "returned, and then " + now);
        case ShipmentStatus.Shipped _ ->
            require(
                now instanceof ShipmentStatus.Shipped || now instanceof ShipmentStatus.Returning,
                "shipped, and then " + now);
        case ShipmentStatus.Unheard _,
            ShipmentStatus.AwaitingPayment _,
            ShipmentStatus.AwaitingOrder _,
            ShipmentStatus.Ready _ -> {}
      }
    }
    if (before.order != null
        && (before.order.status() instanceof OrderStatus.PaymentCancelled
            || before.order.status() instanceof OrderStatus.PaymentFailed)) {
      require(
          Objects.requireNonNull(after.order).status().equals(before.order.status()),
          before.order + " is followed by " + after.order);
    }
    require(
        after.ledger.subList(0, before.ledger.size()).equals(before.ledger), "an entry changed");
  }

  /** All five agree when nothing more can happen by itself. */
  void atRest(World world) {
    var order = Objects.requireNonNull(world.order, "the order");
    var payment = Objects.requireNonNull(world.payment, "the payment");
    var shipment = Objects.requireNonNull(world.shipment, "the shipment").status();
    boolean isOff =
        shipment instanceof ShipmentStatus.Cancelled
            || shipment instanceof ShipmentStatus.Returning
            || shipment instanceof ShipmentStatus.Returned;
    switch (payment.status()) {
      case PaymentStatus.Paid _ -> {
        require(isCharged(world) || setting.price() == 0, "paid, and not charged");
        require(points(world) == setting.earned(), "paid, and points are " + points(world));
        require(shown(order) == setting.earned(), "points of " + order);
        require(
            shipment instanceof ShipmentStatus.Shipped
                ? order.status() instanceof OrderStatus.Shipped
                : shipment instanceof ShipmentStatus.Ready
                    && order.status() instanceof OrderStatus.Paid,
            order + " and " + shipment);
      }
      case PaymentStatus.Cancelled _, PaymentStatus.NeverRequested _ -> {
        require(order.status() instanceof OrderStatus.PaymentCancelled, "cancelled: " + order);
        require(!isCharged(world), "cancelled, and charged");
        require(points(world) == 0 && shown(order) == 0, "cancelled, with points");
        require(isOff, "cancelled, and the shipment is " + shipment);
      }
      case PaymentStatus.Declined _ -> {
        require(order.status() instanceof OrderStatus.PaymentFailed, "declined: " + order);
        require(!isCharged(world), "declined, and charged");
        require(world.ledger.isEmpty() && shown(order) == 0, "declined, with points");
        require(!hasLeft(world.shipment), "declined, and the shipment is " + shipment);
      }
      case PaymentStatus.RefundRefused _ -> {
        require(isCharged(world), "not refunded, and not charged");
        require(points(world) == setting.earned(), "stands, and points are " + points(world));
        require(shown(order) == setting.earned(), "stands, and points of " + order);
        require(
            order.status() instanceof OrderStatus.Cancelled ? isOff : !isOff,
            order + " and " + shipment);
      }
      case PaymentStatus.Requested _, PaymentStatus.Cancelling _ ->
          throw new AssertionError("at rest, and not settled: " + payment);
    }
  }

  private boolean wasMade(World world) {
    return setting.price() == 0
        || world.provider.values().stream().anyMatch(money -> money != Money.VOID);
  }

  private static boolean isCharged(World world) {
    return world.provider.containsValue(Money.CHARGED);
  }

  private static boolean hasLeft(Shipment shipment) {
    return shipment.status() instanceof ShipmentStatus.Shipped
        || shipment.status() instanceof ShipmentStatus.Returning
        || shipment.status() instanceof ShipmentStatus.Returned;
  }

  private static boolean isSettledForGood(Payment payment) {
    return switch (payment.status()) {
      case PaymentStatus.Cancelled _,
          PaymentStatus.NeverRequested _,
          PaymentStatus.Declined _,
          PaymentStatus.RefundRefused _ ->
          true;
      case PaymentStatus.Requested _, PaymentStatus.Paid _, PaymentStatus.Cancelling _ -> false;
    };
  }

  private static PaymentStatus status(@Nullable Payment payment) {
    return Objects.requireNonNull(payment, "the payment").status();
  }

  private static long points(World world) {
    return world.ledger.stream().map(Booked::entry).mapToLong(e -> e.points().value()).sum();
  }

  private static long entries(World world, Entry.Kind kind) {
    return world.ledger.stream().filter(booked -> booked.entry().kind() == kind).count();
  }

  private static long shown(Order order) {
    var points = order.points();
    return points == null ? 0 : points.points();
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new AssertionError(otherwise);
    }
  }
}
