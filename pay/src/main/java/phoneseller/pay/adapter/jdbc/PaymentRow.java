package phoneseller.pay.adapter.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import phoneseller.pay.domain.Charge;
import phoneseller.pay.domain.Counterparty;
import phoneseller.pay.domain.CustomerId;
import phoneseller.pay.domain.OrderId;
import phoneseller.pay.domain.Payment;
import phoneseller.pay.domain.PaymentStatus;
import phoneseller.pay.domain.PaymentStatus.Cancelled;
import phoneseller.pay.domain.PaymentStatus.Cancelling;
import phoneseller.pay.domain.PaymentStatus.Declined;
import phoneseller.pay.domain.PaymentStatus.NeverRequested;
import phoneseller.pay.domain.PaymentStatus.Origin;
import phoneseller.pay.domain.PaymentStatus.Paid;
import phoneseller.pay.domain.PaymentStatus.RefundRefused;
import phoneseller.pay.domain.PaymentStatus.Requested;
import phoneseller.pay.domain.PaymentStatus.Step;
import phoneseller.pay.domain.PaymentStatus.Step.GivePointsBack;
import phoneseller.pay.domain.PaymentStatus.Step.Refund;
import phoneseller.pay.domain.PaymentStatus.Step.TakePointsBack;
import phoneseller.pay.domain.Won;

/** The columns that tell the status of a payment. */
record PaymentRow(
    String state,
    @Nullable Charge charge,
    @Nullable String reason,
    @Nullable Boolean wasPaid,
    @Nullable String origin,
    @Nullable String step,
    @Nullable String waitsFor) {

  private static final int LONGEST_REASON = 200;

  PaymentRow {
    reason =
        reason == null || reason.length() <= LONGEST_REASON
            ? reason
            : reason.substring(0, LONGEST_REASON);
  }

  static PaymentRow of(Payment payment) {
    String waitsFor = payment.waitsFor().map(Counterparty::name).orElse(null);
    return switch (payment.status()) {
      case Requested(var charge) -> plain("REQUESTED", charge, null, waitsFor);
      case Paid(var charge) -> plain("PAID", charge, null, waitsFor);
      case Declined(var charge, var reason) -> plain("DECLINED", charge, reason, waitsFor);
      case Cancelled(var charge) -> plain("CANCELLED", charge, null, waitsFor);
      case NeverRequested() -> plain("NEVER_REQUESTED", null, null, waitsFor);
      case RefundRefused(var charge, var reason) ->
          plain("REFUND_REFUSED", charge, reason, waitsFor);
      case Cancelling(var charge, var paid, var origin, var step) ->
          new PaymentRow(
              "CANCELLING",
              charge,
              step instanceof GivePointsBack(var reason) ? reason : null,
              paid,
              origin.name(),
              word(step),
              waitsFor);
    };
  }

  private static PaymentRow plain(
      String state, @Nullable Charge charge, @Nullable String reason, @Nullable String waitsFor) {
    return new PaymentRow(state, charge, reason, null, null, null, waitsFor);
  }

  private static String word(Step step) {
    return switch (step) {
      case TakePointsBack() -> "TAKE_POINTS_BACK";
      case Refund() -> "REFUND";
      case GivePointsBack(_) -> "GIVE_POINTS_BACK";
    };
  }

  static Payment read(ResultSet rs) throws SQLException {
    String customer = rs.getString("customer_id");
    return new Payment(
        new OrderId(rs.getLong("order_id")),
        customer == null ? null : new CustomerId(customer),
        status(rs),
        rs.getInt("attempts"),
        rs.getLong("version"));
  }

  private static PaymentStatus status(ResultSet rs) throws SQLException {
    String state = rs.getString("state");
    if (state.equals("NEVER_REQUESTED")) {
      return new NeverRequested();
    }
    var charge =
        new Charge(UUID.fromString(rs.getString("provider_key")), new Won(rs.getLong("amount")));
    String reason = Optional.ofNullable(rs.getString("reason")).orElse("");
    return switch (state) {
      case "REQUESTED" -> new Requested(charge);
      case "PAID" -> new Paid(charge);
      case "DECLINED" -> new Declined(charge, reason);
      case "CANCELLED" -> new Cancelled(charge);
      case "REFUND_REFUSED" -> new RefundRefused(charge, reason);
      case "CANCELLING" ->
          new Cancelling(
              charge,
              rs.getBoolean("was_paid"),
              Origin.valueOf(rs.getString("origin")),
              step(rs.getString("step"), reason));
      default -> throw new IllegalStateException("no state of a payment: " + state);
    };
  }

  private static Step step(String word, String reason) {
    return switch (word) {
      case "TAKE_POINTS_BACK" -> new TakePointsBack();
      case "REFUND" -> new Refund();
      case "GIVE_POINTS_BACK" -> new GivePointsBack(reason);
      default -> throw new IllegalStateException("no step of a cancel: " + word);
    };
  }
}
