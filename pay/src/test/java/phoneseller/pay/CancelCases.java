package phoneseller.pay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;

/** How a payment is undone, and its points with it. */
abstract class CancelCases extends PayCalls {

  @Test
  void aPaymentThatIsNeverAnsweredCanBeCancelled() {
    assertThat(pay(5, 504)).hasStatus(202);
    arrive("c-5", 5);

    await().atMost(SOON).until(() -> process(5).equals("PayCancelled"));
    assertThat(told(5)).containsExactly("PayCancelled");
  }

  @Test
  void aDirectCancelTakesThePointsBackBeforeItAnswers() {
    pay(7, 990_000);

    assertThat(cancel(7))
        .hasStatus(200)
        .bodyJson()
        .isLenientlyEqualTo("{\"orderId\":7,\"price\":0,\"process\":\"PayCancelled\"}");
    assertThat(cancel(7)).hasStatus(200);
    assertThat(REWARD.calls()).hasSize(1);
    assertThat(REWARD.calls().getFirst().body())
        .isEqualTo(
            "{\"orderId\":7,\"point\":-1,\"process\":\"PayCancelled\",\"customerId\":\"customer-1\"}");
    assertThat(REWARD.calls().getFirst().authorization()).startsWith("Bearer ey");
    assertThat(told(7)).containsExactly("PayCompleted", "PayCancelled");
  }

  @Test
  void whileRewardIsDownADirectCancelIsRefusedAndThePaymentStands() {
    pay(8, 990_000);
    REWARD.down();

    assertThat(cancel(8))
        .hasStatus(503)
        .hasContentType(MediaType.APPLICATION_PROBLEM_JSON)
        .containsHeader("Retry-After");
    assertThat(process(8)).isEqualTo("Payed");
    assertThat(pay(9, 990_000)).hasStatus(201);

    REWARD.up();
    await().atMost(SOON).until(() -> cancel(8).getResponse().getStatus() == 200);
    assertThat(told(8)).containsExactly("PayCompleted", "PayCancelled");
  }

  @Test
  void aCancelWhoseAnswerIsLostGoesOnUntilItIsKnown() {
    pay(10, 990_000);
    REWARD.silence();

    assertThat(cancel(10))
        .hasStatus(202)
        .bodyJson()
        .extractingPath("process")
        .isEqualTo("OrderCancelled");
    REWARD.answer();

    await().atMost(SOON).until(() -> process(10).equals("PayCancelled"));
    assertThat(told(10)).containsExactly("PayCompleted", "PayCancelled");
  }

  @Test
  void cancelledOrdersWaitForRewardAndCompleteByThemselvesUnderTheirOwnCorrelation() {
    for (int order = 11; order < 31; order++) {
      pay(order, 990_000);
    }
    REWARD.down();
    for (int order = 11; order < 31; order++) {
      arrive("c-" + order, order);
    }
    assertThat(process(11)).isEqualTo("OrderCancelled");
    REWARD.up();

    await()
        .atMost(SOON)
        .until(() -> IntStream.range(11, 31).allMatch(n -> process(n).equals("PayCancelled")));
    assertThat(REWARD.calls())
        .allSatisfy(call ->
            assertThat(call.body())
                .contains("\"orderId\":" + String.valueOf(call.correlation()).substring(2)));
    assertThat(
            jdbc.queryForList(
                "select correlation from outbox where event_type = 'PayCancelled'", String.class))
        .containsExactlyInAnyOrderElementsOf(
            IntStream.range(11, 31).mapToObj(n -> "c-" + n).toList());
  }

  @Test
  void anOrdersCancelSettlesAtOnce() {
    pay(31, 990_000);
    arrive("c-31", 31, 31);
    arrive("c-31", 31);

    await().atMost(SOON).until(() -> process(31).equals("PayCancelled"));
    assertThat(told(31)).containsExactly("PayCompleted", "PayCancelled");
  }

  @Test
  void aRefundThatIsRefusedForGoodGivesThePointsBack() {
    pay(33, 403);

    assertThat(cancel(33)).hasStatus(409).bodyJson().extractingPath("state").isEqualTo("Payed");
    assertThat(process(33)).isEqualTo("Payed");
    assertThat(REWARD.calls().stream().map(RewardStub.Call::body))
        .last()
        .isEqualTo("{\"orderId\":33,\"process\":\"Payed\"}");
    assertThat(told(33)).as("told again").containsExactly("PayCompleted", "PayCompleted");
    assertThat(http.get().uri("/actuator/prometheus").exchange())
        .bodyText()
        .contains("payments_refunds_refused_total");
  }

  @Test
  void manyCancelsOfOnePaymentUndoItOnce() {
    pay(35, 990_000);
    var barrier = new CyclicBarrier(5);
    var cancels = new ArrayList<CompletableFuture<Integer>>();
    for (int i = 0; i < 4; i++) {
      cancels.add(
          CompletableFuture.supplyAsync(
              () -> {
                meet(barrier);
                return cancel(35).getResponse().getStatus();
              },
              Thread::startVirtualThread));
    }
    meet(barrier);
    arrive("c-35", 35);

    assertThat(cancels.stream().map(CompletableFuture::join)).allMatch(s -> s == 200 || s == 202);
    await().atMost(SOON).until(() -> process(35).equals("PayCancelled"));
    assertThat(told(35)).containsExactly("PayCompleted", "PayCancelled");
  }
}
