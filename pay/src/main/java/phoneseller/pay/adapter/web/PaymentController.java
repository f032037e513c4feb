package phoneseller.pay.adapter.web;

import io.swagger.v3.oas.annotations.Operation;
import java.net.URI;
import java.time.Clock;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import phoneseller.http.Link;
import phoneseller.http.Problem;
import phoneseller.identity.Audit;
import phoneseller.identity.Caller;
import phoneseller.messaging.CommitsUnderWay;
import phoneseller.messaging.Race;
import phoneseller.pay.application.CancelPayment;
import phoneseller.pay.application.ChargePayment;
import phoneseller.pay.application.RequestPayment;
import phoneseller.pay.application.UndoPayment;
import phoneseller.pay.domain.Payment;
import phoneseller.pay.domain.PaymentStatus.Cancelled;
import phoneseller.pay.domain.PaymentStatus.Cancelling;
import phoneseller.pay.domain.PaymentStatus.Declined;
import phoneseller.pay.domain.PaymentStatus.NeverRequested;
import phoneseller.pay.domain.PaymentStatus.Paid;
import phoneseller.pay.domain.PaymentStatus.RefundRefused;
import phoneseller.pay.domain.PaymentStatus.Requested;

/** Asks for payments and cancels them. */
@RestController
@RequestMapping(path = "/payments", produces = MediaType.APPLICATION_JSON_VALUE)
class PaymentController {

  private static final long RETRY_AFTER = 5;

  private final RequestPayment request;
  private final ChargePayment charge;
  private final CancelPayment cancel;
  private final UndoPayment undo;
  private final CommitsUnderWay commits;
  private final Clock clock;

  PaymentController(
      RequestPayment request,
      ChargePayment charge,
      CancelPayment cancel,
      UndoPayment undo,
      CommitsUnderWay commits,
      Clock clock) {
    this.request = request;
    this.charge = charge;
    this.cancel = cancel;
    this.undo = undo;
    this.commits = commits;
    this.clock = clock;
  }

  @Operation(
      summary =
          "Asks for the payment of an order, in won, once: a repeat answers with the same payment"
              + " (200), another price is a conflict (409). 201 paid, 402 declined, 202 not known"
              + " yet, 503 not for the moment and nothing is stored.")
  @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<?> pay(@RequestBody PaymentRequest body) {
    var order = body.order();
    var amount = body.amount();
    var customer = body.customer();
    var key = UUID.randomUUID();
    var asked = Race.untilWon(() -> request.request(order, amount, customer, key, clock.instant()));
    if (!asked.isNew()) {
      // The provider must not be asked under a key that a kill makes this process forget.
      commits.await();
    }
    var payment = Race.untilWon(() -> charge.charge(asked.payment()), () -> charge.charge(order));
    return asked(payment, asked.isNew());
  }

  private static ResponseEntity<?> asked(Payment payment, boolean isNew) {
    var location = URI.create(Link.to(PaymentRepresentation.path(payment)).href());
    return switch (payment.status()) {
      case Requested _ ->
          ResponseEntity.accepted().location(location).body(PaymentRepresentation.of(payment));
      case Declined(_, var reason) -> Problems.declined(payment, reason);
      case Paid _, Cancelling _, Cancelled _, NeverRequested _, RefundRefused _ ->
          (isNew ? ResponseEntity.created(location) : ResponseEntity.ok())
              .body(PaymentRepresentation.of(payment));
    };
  }

  @Operation(
      summary =
          "Cancels a payment: points are taken back and the money refunded before the answer (200)."
              + " 503 when reward surely did nothing, and the payment stays as it was; 202 when"
              + " that is not known, and pay goes on until it is.")
  @PatchMapping(path = "/{id}", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<?> change(Caller caller, @PathVariable long id, @RequestBody PaymentChange body) {
    var order = Ids.existing(id);
    body.check();
    var payment = Race.untilWon(() -> cancel.cancel(order));
    if (payment.status() instanceof Cancelling) {
      payment = Race.untilWon(() -> undo.undo(order));
    }
    Audit.record(
        caller,
        "cancel of a payment, now " + PaymentRepresentation.process(payment.status()),
        "payment " + order);
    return cancelled(payment);
  }

  private static ResponseEntity<?> cancelled(Payment payment) {
    return switch (payment.status()) {
      case Cancelled _, NeverRequested _ -> ResponseEntity.ok(PaymentRepresentation.of(payment));
      case Cancelling _ -> ResponseEntity.accepted().body(PaymentRepresentation.of(payment));
      case Paid _, Requested _ ->
          Problem.later(
              HttpStatus.SERVICE_UNAVAILABLE,
              "The points cannot be taken back for the moment; the payment stays as it was.",
              RETRY_AFTER);
      case Declined _, RefundRefused _ -> Problems.notCancelled(payment);
    };
  }
}
