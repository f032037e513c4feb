package phoneseller.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import phoneseller.benchmark.http.HttpServer;
import phoneseller.benchmark.http.Message;

class CompletionTest {

  private static final String ROW = "{\"status\":\"%s\",\"point\":%s}";

  private final AtomicInteger looks = new AtomicInteger();

  @Test
  void anOrderIsCompleteWhenItIsShippedAndHasItsPoints() throws IOException {
    int port =
        serve(_ ->
            switch (looks.incrementAndGet()) {
              case 1 -> Message.answer(503, "", "{}");
              case 2 -> view("Payed", "49500");
              case 3 -> view("Shipped", "null");
              default -> view("Shipped", "49500");
            });
    var completion = new Completion(port, Completion.SHIPPED, 20);

    completion.taken(7, System.nanoTime());
    completion.await();

    assertThat(looks).hasValue(4);
  }

  @Test
  void everySecondIsTimedFromItsRequestOn() throws IOException {
    var completion = new Completion(serve(_ -> view("Shipped", "49500")), Completion.SHIPPED, 2);

    for (long order = 1; order <= 5; order++) {
      completion.taken(order, System.nanoTime() - Duration.ofSeconds(30).toNanos());
    }
    completion.await();

    assertThat(completion.times().getTotalCount()).isEqualTo(2);
    assertThat(completion.times().getMinValue()).isGreaterThan(29_000_000);
  }

  @Test
  void theNewestAreAwaitedThoughTheyAreNotWatched() throws IOException {
    int port = serve(_ -> view(looks.incrementAndGet() < 5 ? "Shipped" : "PayCancelled", "0"));
    var completion = new Completion(port, Completion.CANCELLED, 20);

    completion.taken(7, System.nanoTime());
    completion.await();

    assertThat(looks).hasValue(5);
    assertThat(completion.times().getTotalCount()).isZero();
  }

  @Test
  void anOrderThatNeverEndsIsNoFigure() throws IOException {
    int port = serve(_ -> view("Payed", "null"));
    var completion = new Completion(port, Completion.SHIPPED, 1, Duration.ofMillis(50));

    completion.taken(7, System.nanoTime());

    assertThatThrownBy(completion::await).hasMessageContaining("order 7 among them");
  }

  private static Message view(String status, String point) {
    return Message.answer(200, "", ROW.formatted(status, point));
  }

  private static int serve(HttpServer.Handler handler) throws IOException {
    return new HttpServer(0, handler).start().port();
  }
}
