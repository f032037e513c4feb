package phoneseller.system;

import static phoneseller.system.CrashPoint.Trigger.CANCEL;
import static phoneseller.system.CrashPoint.Trigger.CANCEL_PAYMENT;
import static phoneseller.system.CrashPoint.Trigger.PLACE;

import java.util.List;
import java.util.stream.Stream;

/** Between any two steps of placing, paying, cancelling, taking back, publishing and reading. */
final class CrashPoints {

  private static final String ENTRY = "AT ENTRY";
  private static final String EXIT = "AT EXIT";
  private static final String APP = "phoneseller.app.application.";
  private static final String PAY = "phoneseller.pay.application.";
  private static final String STORE = "phoneseller.store.application.";
  private static final String REWARD = "phoneseller.reward.application.";

  private CrashPoints() {}

  static Stream<CrashPoint> all() {
    return Stream.of(
            placing(), paying(), cancelling(), takingBack(), publishing(), reading(), read())
        .flatMap(List::stream);
  }

  private static List<CrashPoint> placing() {
    return List.of(
        CrashPoint.of(
            "before an order is committed", "app", PLACE, APP + "AcceptOrder", "accept", EXIT),
        CrashPoint.of(
            "with an order committed, before pay is asked",
            "app",
            PLACE,
            APP + "AskForPayment",
            "ask",
            ENTRY),
        CrashPoint.of(
            "after pay's answer, before the customer's",
            "app",
            PLACE,
            APP + "AskForPayment",
            "ask",
            EXIT));
  }

  private static List<CrashPoint> paying() {
    return List.of(
        CrashPoint.of(
            "before a requested payment is committed",
            "pay",
            PLACE,
            PAY + "PaymentBook",
            "record",
            EXIT),
        CrashPoint.of(
            "with a payment requested, before the provider is asked",
            "pay",
            PLACE,
            PAY + "ChargePayment",
            "charge",
            ENTRY),
        CrashPoint.of(
            "with the provider charged, before that is committed",
            "pay",
            PLACE,
            PAY + "ChargePayment",
            "charge",
            "AFTER INVOKE PaymentProvider.charge"),
        CrashPoint.of(
            "with a payment committed, before app is answered",
            "pay",
            PLACE,
            PAY + "ChargePayment",
            "charge",
            EXIT));
  }

  private static List<CrashPoint> cancelling() {
    return List.of(
        CrashPoint.of(
            "before a cancel is committed", "app", CANCEL, APP + "CancelOrder", "cancel", EXIT),
        CrashPoint.of(
            "with a cancel committed, before the customer is answered",
            "app",
            CANCEL,
            "phoneseller.app.adapter.web.OrderController",
            "change",
            "AFTER INVOKE CancelOrder.cancel"),
        CrashPoint.of(
            "before it is committed that a payment is being cancelled",
            "pay",
            CANCEL,
            PAY + "FollowOrders",
            "cancelled",
            EXIT),
        CrashPoint.of(
            "with that committed, before reward is called",
            "pay",
            CANCEL,
            PAY + "SettlePayment",
            "settle",
            ENTRY),
        CrashPoint.of(
            "with the points back, before that is committed",
            "pay",
            CANCEL,
            PAY + "UndoPayment",
            "takePointsBack",
            EXIT),
        CrashPoint.of(
            "with the points back in a direct cancel",
            "pay",
            CANCEL_PAYMENT,
            PAY + "UndoPayment",
            "takePointsBack",
            EXIT),
        CrashPoint.of(
            "with that committed, before the refund",
            "pay",
            CANCEL,
            PAY + "UndoPayment",
            "refund",
            ENTRY),
        CrashPoint.of(
            "with the money back, before that is committed",
            "pay",
            CANCEL,
            PAY + "UndoPayment",
            "refund",
            EXIT),
        CrashPoint.of(
            "with a payment cancelled and committed",
            "pay",
            CANCEL,
            PAY + "UndoPayment",
            "undo",
            EXIT));
  }

  private static List<CrashPoint> takingBack() {
    return List.of(
        CrashPoint.of(
            "before a reclaim is committed",
            "reward",
            CANCEL,
            REWARD + "ReclaimPoints",
            "reclaim",
            EXIT),
        CrashPoint.of(
            "with a reclaim committed, before pay hears of it",
            "reward",
            CANCEL,
            "phoneseller.reward.adapter.web.ReclaimController",
            "take",
            EXIT));
  }

  /** The same code in every service: once on H2, once on HSQLDB. */
  private static List<CrashPoint> publishing() {
    var unpublished =
        Stream.of("app")
            .map(service ->
                CrashPoint.of(
                    "with events committed, before any is published",
                    service,
                    PLACE,
                    "phoneseller.messaging.OutboxRow",
                    "toRecord",
                    ENTRY));
    var acknowledged =
        Stream.of("app", "store")
            .map(service ->
                CrashPoint.of(
                        "with events acknowledged, before they leave the outbox",
                        service,
                        PLACE,
                        "phoneseller.messaging.OutboxTable",
                        "delete",
                        ENTRY)
                    .onlyIf("NOT $1.isEmpty()"));
    return Stream.concat(unpublished, acknowledged).toList();
  }

  private static List<CrashPoint> reading() {
    return List.of(
        CrashPoint.of(
            "before what it read is committed", "app", PLACE, APP + "FollowOrders", "follow", EXIT),
        CrashPoint.of(
            "before what it read is committed",
            "store",
            PLACE,
            STORE + "FollowOrders",
            "follow",
            EXIT),
        CrashPoint.of(
            "before what it read is committed",
            "reward",
            PLACE,
            REWARD + "GrantPoints",
            "grant",
            EXIT),
        CrashPoint.of(
            "before what it read is committed",
            "customer",
            PLACE,
            "phoneseller.customer.projection.Projection",
            "handle",
            EXIT));
  }

  private static List<CrashPoint> read() {
    return Stream.of("pay", "reward", "customer")
        .map(service ->
            CrashPoint.of(
                "with what it read committed, before the offset is",
                service,
                service.equals("pay") ? CANCEL : PLACE,
                "phoneseller.messaging.EventConsumer",
                "inOneTransaction",
                EXIT))
        .toList();
  }
}
