package phoneseller.app.application;

import java.time.Duration;
import phoneseller.app.domain.Order;

/** What became of a request for an order. */
public sealed interface Placement {

  /** Taken and paid. */
  record Placed(Order order) implements Placement {}

  /** Taken; whether it is paid will be known later. */
  record PaymentOpen(Order order) implements Placement {}

  /** The payment was declined, and so the order has ended. */
  record Declined(Order order) implements Placement {}

  /** Not taken, nothing stored: payments are refused for the moment. */
  record Refused(Duration retryAfter) implements Placement {}

  /** The same request is still running. */
  record Running() implements Placement {}

  /** The key belongs to a request for something else. */
  record KeyReused() implements Placement {}
}
