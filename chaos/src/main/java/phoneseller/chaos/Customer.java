package phoneseller.chaos;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Orders again and again, each order under a key, and repeats each request until it has an answer.
 * Some orders are cancelled, at once or later, by the order or by its payment, once or several
 * times.
 */
final class Customer implements Runnable {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Set<Integer> ANSWERS = Set.of(201, 202, 402);
  private static final Set<Integer> PASSING = Set.of(409, 500, 502, 503, 504);
  private static final Duration SHORT = Duration.ofMillis(200);
  private static final int TRIES_OF_DIRECT_CANCEL = 30;

  private final Crowd crowd;
  private final Client client;
  private final String name;
  private final Random random;
  private final Duration pace;

  Customer(Crowd crowd, Client client, int number, Duration pace) {
    this.crowd = crowd;
    this.client = client;
    this.name = "customer-" + number;
    this.random = new Random(crowd.seed() * 31 + number);
    this.pace = pace;
  }

  @Override
  public void run() {
    for (int order = 0; crowd.isOrdering(); order++) {
      var purchase = Purchase.draw(random, name + "-" + order, name);
      Intention intention = Intention.draw(random);
      place(purchase).ifPresent(id -> carryOut(intention, id));
      read();
      Waiting.pause(pace.dividedBy(2).plusMillis(random.nextLong(pace.toMillis() + 1)));
    }
  }

  private Optional<Long> place(Purchase purchase) {
    while (crowd.isPatient()) {
      var answer =
          ask(
              "order",
              purchase.key(),
              "POST",
              "/orders",
              JSON.writeValueAsString(purchase.body()),
              Map.of("Idempotency-Key", purchase.key()));
      if (answer != null && ANSWERS.contains(answer.status())) {
        crowd.promise(purchase, answer.id());
        return Optional.of(answer.id());
      }
      if (answer != null && answer.status() == 503) {
        crowd.countRefusal();
      }
      checkPassing("order " + purchase.key(), answer);
      rest(answer);
    }
    return Optional.empty();
  }

  private void carryOut(Intention intention, long order) {
    for (int times = 0; times < intention.times(); times++) {
      var after = intention.after().multipliedBy(times + 1L);
      crowd.errand(() -> {
        Waiting.pause(after);
        switch (intention.way()) {
          case KEEP -> {}
          case CANCEL -> cancel(order);
          case CANCEL_PAYMENT -> cancelPayment(order);
        }
      });
    }
  }

  private void cancel(long order) {
    while (crowd.isPatient()) {
      var answer =
          ask(
              "cancel",
              "" + order,
              "PATCH",
              "/orders/" + order,
              "{\"status\":\"cancel\"}",
              Map.of());
      if (answer != null && answer.status() == 200) {
        crowd.promiseCancel(order);
        return;
      }
      if (answer != null && answer.status() == 409) {
        return;
      }
      checkPassing("cancel of order " + order, answer);
      rest(answer);
    }
  }

  /** An order that is not paid yet has no payment to cancel; so a customer gives up. */
  private void cancelPayment(long order) {
    for (int tries = 0; tries < TRIES_OF_DIRECT_CANCEL && crowd.isPatient(); tries++) {
      var answer =
          ask(
              "cancel payment",
              "" + order,
              "PATCH",
              "/payments/" + order,
              "{\"price\":200,\"process\":\"OrderCancelled\"}",
              Map.of());
      if (answer != null
          && answer.status() == 200
          && answer.text("process").equals("PayCancelled")) {
        crowd.promiseCancel(order);
        return;
      }
      if (answer != null && (answer.status() < 300 || answer.status() == 409)) {
        return;
      }
      rest(answer);
    }
  }

  private void read() {
    String customer = "customerId=" + name;
    var paths =
        List.of(
            "/customers/search/findByCustomerId?" + customer,
            "/customers/points?" + customer,
            "/customers?size=5",
            "/orders?size=5&sort=id,desc",
            "/payments?size=5",
            "/storeManages?size=5",
            "/rewards?size=5");
    if (random.nextInt(5) == 0) {
      ask("read", name, "GET", paths.get(random.nextInt(paths.size())), "", Map.of());
    }
  }

  private @Nullable Answer ask(
      String what,
      String subject,
      String method,
      String path,
      String body,
      Map<String, String> headers) {
    long start = System.nanoTime();
    crowd.countRequest();
    try {
      var answer = client.send("gateway", method, path, body, headers);
      var order = what.equals("order") && ANSWERS.contains(answer.status()) ? answer.id() : null;
      crowd.history().asked(what, subject, start, "" + answer.status(), order);
      if (answer.status() == 500 && !isMadeUp(answer)) {
        crowd.surprise(method + " " + path + " was answered 500: " + answer.body());
      }
      return answer;
    } catch (IOException e) {
      crowd.history().asked(what, subject, start, e.toString(), null);
      return null;
    }
  }

  private void checkPassing(String what, @Nullable Answer answer) {
    if (answer != null && !PASSING.contains(answer.status())) {
      crowd.surprise(what + " was answered " + answer.status() + " " + answer.body());
    }
  }

  /** A fault of ours; any other 500 is a mistake of the shop. */
  private static boolean isMadeUp(Answer answer) {
    return answer.text("detail").equals("A fault is switched on.");
  }

  /** As long as the shop asks for, but nobody has all the time in the world. */
  private static void rest(@Nullable Answer answer) {
    String seconds = answer == null ? "" : answer.header("Retry-After");
    Waiting.pause(
        seconds.isEmpty() ? SHORT : SHORT.multipliedBy(Math.clamp(Long.parseLong(seconds), 1, 4)));
  }
}
