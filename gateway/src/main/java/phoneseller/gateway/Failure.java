package phoneseller.gateway;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.springframework.http.HttpStatus;
import phoneseller.http.ConnectionPool;

/** Why a service gave no answer, and what that lets the client conclude. */
enum Failure {
  AWAY(
      HttpStatus.SERVICE_UNAVAILABLE,
      "The service cannot be reached. Nothing was done; please try again a little later."),
  BUSY(
      HttpStatus.SERVICE_UNAVAILABLE,
      "The service is busy. Nothing was done; please try again a little later."),
  LATE(
      HttpStatus.GATEWAY_TIMEOUT,
      "The service did not answer in time. A change may or may not have been made: look, or repeat"
          + " it with the same Idempotency-Key."),
  LOST(
      HttpStatus.BAD_GATEWAY,
      "The connection to the service broke before its answer was complete. A change may or may not"
          + " have been made: look, or repeat it with the same Idempotency-Key."),
  TOO_LARGE(HttpStatus.BAD_GATEWAY, "The service's answer is larger than can be passed on.");

  private final HttpStatus status;
  private final String detail;

  Failure(HttpStatus status, String detail) {
    this.status = status;
    this.detail = detail;
  }

  static Failure of(IOException e) {
    return switch (e) {
      case AnswerTooLarge _ -> TOO_LARGE;
      case IOException _ when ConnectionPool.hadNoneFree(e) -> BUSY;
      case ConnectException _ -> AWAY;
      case ConnectTimeoutException _ -> AWAY;
      case NoRouteToHostException _ -> AWAY;
      case UnknownHostException _ -> AWAY;
      case SocketTimeoutException _ -> LATE;
      default -> LOST;
    };
  }

  HttpStatus status() {
    return status;
  }

  String detail() {
    return detail;
  }

  /** Only then is a client told when to repeat it, whatever it was. */
  boolean nothingWasDone() {
    return this == AWAY || this == BUSY;
  }

  /** An answer beyond what the gateway holds in memory. */
  static final class AnswerTooLarge extends IOException {
    private static final long serialVersionUID = 1;
  }
}
