package phoneseller.pay.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.web.client.RestClient;
import phoneseller.http.RetryBudget;
import phoneseller.pay.RewardStub;
import phoneseller.pay.adapter.http.RewardClient.Reply.Answered;
import phoneseller.pay.adapter.http.RewardClient.Reply.Lost;
import phoneseller.pay.adapter.http.RewardClient.Reply.NotReached;
import phoneseller.pay.domain.Charge;
import phoneseller.pay.domain.OrderId;
import phoneseller.pay.domain.Payment;
import phoneseller.pay.domain.PaymentStatus.Paid;
import phoneseller.pay.domain.Points.Answer;
import phoneseller.pay.domain.Won;

/** Over real connections, as much of it is about connections that die. */
class RewardClientTest {

  private static final Duration WITHIN = Duration.ofMillis(400);
  private static final Payment PAYMENT =
      new Payment(new OrderId(7), null, new Paid(new Charge(new UUID(0, 1), new Won(1_000))), 1, 1);

  private final RewardStub reward = new RewardStub();
  private final CircuitBreaker breaker =
      CircuitBreaker.of(
          "test", new BreakerSettings(10, 5, 50, Duration.ofMinutes(1), 1).config(WITHIN));

  private RetryBudget repetitions = new RetryBudget(10, 0.1);

  private RewardClient client(String address) {
    return RewardConfiguration.client(
        RestClient.builder(),
        RewardConfiguration.http(WITHIN, WITHIN, 4),
        new RewardAddress(URI.create(address)),
        (request, body, execution) -> execution.execute(request, body),
        repetitions);
  }

  private HttpPoints points() {
    return new HttpPoints(client(reward.address()), breaker);
  }

  @AfterEach
  void stop() {
    reward.close();
  }

  @ParameterizedTest
  @CsvSource({
    "200, DONE",
    "201, DONE",
    "503, SURELY_NOTHING",
    "429, SURELY_NOTHING",
    "409, SURELY_NOTHING",
    "500, UNKNOWN",
    "502, UNKNOWN",
    "504, UNKNOWN"
  })
  void rewardsWordIsTakenForWhatItSays(int status, Answer answer) {
    reward.answers(status);

    assertThat(points().takeBack(PAYMENT)).isEqualTo(answer);
    assertThat(points().giveBack(PAYMENT)).isEqualTo(answer);
  }

  @Test
  void aRewardThatIsDownHasSurelyDoneNothing() {
    var points = points();
    assertThat(points.takeBack(PAYMENT)).isEqualTo(Answer.DONE);
    reward.down();

    assertThat(points.takeBack(PAYMENT)).isEqualTo(Answer.SURELY_NOTHING);
  }

  @Test
  void aRestartedRewardIsReachedAtOnce() {
    var points = points();
    assertThat(points.takeBack(PAYMENT)).isEqualTo(Answer.DONE);
    reward.down();
    reward.up();

    assertThat(points.takeBack(PAYMENT)).isEqualTo(Answer.DONE);
  }

  @Test
  void anAnswerThatDoesNotComeInTimeIsLost() {
    reward.silence();

    assertThat(points().takeBack(PAYMENT)).isEqualTo(Answer.UNKNOWN);
    assertThat(reward.calls()).hasSize(1);
  }

  @Test
  void aRewardThatKeepsFailingIsAnsweredForAtOnce() {
    reward.answers(500);
    var points = points();
    for (int i = 0; i < 5; i++) {
      points.takeBack(PAYMENT);
    }
    assertThat(breaker.getState()).isEqualTo(CircuitBreaker.State.OPEN);
    reward.calls().clear();

    assertThat(points.takeBack(PAYMENT)).isEqualTo(Answer.SURELY_NOTHING);
    assertThat(reward.calls()).isEmpty();
  }

  @Test
  void aConnectionThatDiesUnansweredIsTriedOnceMore() throws IOException {
    try (var dying = new Dying(1)) {
      assertThat(client(dying.address()).load()).isInstanceOf(Answered.class);
      assertThat(dying.requests).hasValue(2);
    }
    try (var dying = new Dying(5)) {
      assertThat(client(dying.address()).load()).isInstanceOf(Lost.class);
      assertThat(dying.requests).hasValue(2);
    }
  }

  @Test
  void whenTheBudgetIsSpentNoCallIsRepeated() throws IOException {
    repetitions = new RetryBudget(0, 0);
    try (var dying = new Dying(1)) {
      assertThat(client(dying.address()).load()).isInstanceOf(Lost.class);
      assertThat(dying.requests).hasValue(1);
    }
  }

  @Test
  void nobodyListeningIsNotReached() {
    reward.down();

    assertThat(client(reward.address()).load()).isInstanceOf(NotReached.class);
  }

  /** A server that closes the first connections when it has read the request. */
  private static final class Dying implements AutoCloseable {

    final AtomicInteger requests = new AtomicInteger();
    private final ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());

    Dying(int times) throws IOException {
      Thread.startVirtualThread(() -> serve(times));
    }

    String address() {
      return "http://localhost:" + server.getLocalPort();
    }

    private void serve(int times) {
      while (!server.isClosed()) {
        try (Socket socket = server.accept()) {
          var in = socket.getInputStream();
          var read = new StringBuilder();
          while (!read.toString().endsWith("\r\n\r\n")) {
            read.append((char) in.read());
          }
          if (requests.incrementAndGet() > times) {
            socket
                .getOutputStream()
                .write(
                    "HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
                        .getBytes(StandardCharsets.US_ASCII));
          }
        } catch (IOException e) {
          if (!server.isClosed()) {
            throw new UncheckedIOException(e);
          }
        }
      }
    }

    @Override
    public void close() throws IOException {
      server.close();
    }
  }
}
