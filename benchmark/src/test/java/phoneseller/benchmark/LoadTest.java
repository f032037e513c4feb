package phoneseller.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.is;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import phoneseller.benchmark.http.HttpServer;
import phoneseller.benchmark.http.Message;

class LoadTest {

  private final AtomicInteger asked = new AtomicInteger();
  private final Semaphore allowed = new Semaphore(0);

  @Test
  void aPauseIsSeenByAllRequestsThatWereDueInIt() throws IOException {
    int port = new HttpServer(0, _ -> Message.answer(200, "", "{}")).start().port();
    var load =
        new Load(
            port,
            () -> {
              asked.incrementAndGet();
              allowed.acquireUninterruptibly();
              return Requests.firstPage();
            });
    var measured = CompletableFuture.supplyAsync(() -> load.open(100, Duration.ofSeconds(1)));
    await().untilAtomic(asked, is(100));
    allowed.release(100);

    // The first was due a second before, the middle one half of it, and none was left out.
    assertThat(measured.join().latency().getTotalCount()).isEqualTo(100);
    assertThat(measured.join().percentile(100)).isGreaterThan(900);
    assertThat(measured.join().percentile(50)).isGreaterThan(400);
  }

  @Test
  void inTheClosedModelAClientWaitsForItsAnswer() throws IOException {
    var load = new Load(server(), Requests::order);
    var measured = CompletableFuture.supplyAsync(() -> load.closed(4, Duration.ofMillis(200)));
    await().untilAtomic(asked, is(4));
    assertThat(asked).hasValue(4);
    allowed.release(1_000_000);

    var seen = measured.join();
    assertThat(seen.acknowledged()).hasSize(asked.get()).doesNotHaveDuplicates();
    assertThat(seen.latency().getTotalCount()).isEqualTo(asked.get());
    assertThat(seen.failed()).isZero();
  }

  @Test
  void anAnswerThatIsNoneIsCounted() throws IOException {
    var server = new HttpServer(0, _ -> new Message("GARBAGE\r\n", "")).start();

    var measured = new Load(server.port(), Requests::order).open(50, Duration.ofMillis(100));

    assertThat(measured.failed()).isEqualTo(5);
  }

  @Test
  void whatIsRefusedIsCountedAndPromisedToNobody() throws IOException {
    var server = new HttpServer(0, _ -> Message.answer(503, "", "{}")).start();

    var measured = new Load(server.port(), Requests::order).open(50, Duration.ofMillis(100));

    assertThat(measured.failed()).isEqualTo(5);
    assertThat(measured.acknowledged()).isEmpty();
    assertThat(measured.latency().getTotalCount()).isZero();
  }

  @Test
  void aClientComesAgainWhenItIsTold() throws IOException {
    int port =
        new HttpServer(
                0,
                _ -> {
                  asked.incrementAndGet();
                  return Message.answer(503, "Retry-After: 1\r\n", "{}");
                })
            .start()
            .port();

    new Load(port, Requests::order).closed(3, Duration.ofMillis(500));

    assertThat(asked).hasValue(3);
  }

  private int server() throws IOException {
    return new HttpServer(
            0,
            _ -> {
              int order = asked.incrementAndGet();
              allowed.acquire();
              return Message.answer(201, "Location: /orders/" + order + "\r\n", "{}");
            })
        .start()
        .port();
  }
}
