package phoneseller.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.util.stream.LongStream;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.apache.hc.core5.http.message.BasicHttpRequest;
import org.apache.hc.core5.http.message.BasicHttpResponse;
import org.apache.hc.core5.http.protocol.HttpCoreContext;
import org.junit.jupiter.api.Test;

class RetryBudgetTest {

  @Test
  void repetitionsEndWhenNobodyAnswers() {
    var budget = new RetryBudget(3, 0.5);

    assertThat(LongStream.range(0, 10).filter(_ -> budget.spend()).count()).isEqualTo(3);
    assertThat(budget.denied()).isEqualTo(7);
  }

  @Test
  void answersEarnRepetitionsAgainUpToTheMost() {
    var budget = new RetryBudget(3, 0.5);
    for (int i = 0; i < 3; i++) {
      budget.spend();
    }
    budget.earn();
    assertThat(budget.spend()).isFalse();
    budget.earn();
    assertThat(budget.spend()).isTrue();
    for (int i = 0; i < 100; i++) {
      budget.earn();
    }
    assertThat(LongStream.range(0, 10).filter(_ -> budget.spend()).count()).isEqualTo(3);
  }

  @Test
  void aCallIsRepeatedOnceAndOnlyOnAConnectionThatDied() {
    var strategy = new OnceMoreOnDeadConnection(new RetryBudget(10, 0.1));

    assertThat(repeats(strategy, new NoHttpResponseException("gone"), 1)).isTrue();
    assertThat(repeats(strategy, new SocketException("reset"), 1)).isTrue();
    assertThat(repeats(strategy, new NoHttpResponseException("gone"), 2)).isFalse();
    assertThat(repeats(strategy, new ConnectException("refused"), 1)).isFalse();
    assertThat(repeats(strategy, new SocketTimeoutException("late"), 1)).isFalse();
  }

  @Test
  void noCallIsRepeatedBeyondTheBudgetUntilAnswersCome() {
    var strategy = new OnceMoreOnDeadConnection(new RetryBudget(1, 1));
    var dead = new NoHttpResponseException("gone");

    assertThat(repeats(strategy, dead, 1)).isTrue();
    assertThat(repeats(strategy, dead, 1)).isFalse();
    assertThat(strategy.retryRequest(new BasicHttpResponse(503), 1, HttpCoreContext.create()))
        .isFalse();
    assertThat(repeats(strategy, dead, 1)).isTrue();
  }

  @Test
  void theRefusedAreAskedToComeBackAtDifferentTimes() {
    var told = LongStream.range(0, 200).map(_ -> RetryAfter.spread(5)).distinct().boxed().toList();

    assertThat(told).hasSizeGreaterThan(3).allMatch(seconds -> seconds >= 5 && seconds <= 10);
    assertThat(RetryAfter.spread(0)).isBetween(1L, 2L);
  }

  private static boolean repeats(
      OnceMoreOnDeadConnection strategy, IOException failure, int attempt) {
    return strategy.retryRequest(
        new BasicHttpRequest("POST", "/payments"), failure, attempt, HttpCoreContext.create());
  }
}
