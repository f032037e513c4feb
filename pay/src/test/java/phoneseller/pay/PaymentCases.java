package phoneseller.pay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;

/** How an order is paid. */
abstract class PaymentCases extends PayCalls {

  @Test
  void anApprovedPaymentIsMadeOnceAndAnsweredAgain() {
    var made = pay(2, 990_000);

    assertThat(made).hasStatus(201).hasHeader("Location", "http://localhost/payments/2");
    assertThat(made).hasContentType(MediaType.APPLICATION_JSON);
    assertThat(made)
        .bodyJson()
        .isLenientlyEqualTo(
            """
            {"id":2,"orderId":2,"price":990000,"process":"Payed",
             "_links":{"self":{"href":"http://localhost/payments/2"},
                       "payment":{"href":"http://localhost/payments/2"}}}\
            """);
    assertThat(pay(2, 990_000))
        .hasStatus(200)
        .bodyJson()
        .extractingPath("process")
        .isEqualTo("Payed");
    assertThat(post("{\"orderId\":\"2\",\"price\":\"990000\",\"process\":\"Ordered\"}"))
        .hasStatus(200);
    assertThat(told(2)).containsExactly("PayCompleted");
    assertThat(pay(2, 1))
        .hasStatus(409)
        .hasContentType(MediaType.APPLICATION_PROBLEM_JSON)
        .bodyJson()
        .extractingPath("allowed")
        .isEqualTo(List.of("OrderCancelled"));
  }

  @Test
  void aDeclinedPaymentIsAProblemAlsoWhenRepeated() {
    for (int time = 0; time < 2; time++) {
      assertThat(pay(3, 402))
          .hasStatus(402)
          .hasContentType(MediaType.APPLICATION_PROBLEM_JSON)
          .bodyJson()
          .extractingPath("process")
          .isEqualTo("PayFailed");
    }
    assertThat(told(3)).containsExactly("PayFailed");
    assertThat(cancel(3)).hasStatus(409).bodyJson().extractingPath("state").isEqualTo("PayFailed");
  }

  @Test
  void aLateAnswerIsFoundByPayItself() {
    assertThat(pay(4, 408))
        .hasStatus(202)
        .bodyJson()
        .extractingPath("process")
        .isEqualTo("Ordered");

    await().atMost(SOON).until(() -> process(4).equals("Payed"));
    assertThat(told(4)).containsExactly("PayCompleted");
  }

  @Test
  void noPaymentIsAskedForThatAKillMayStillUndo() {
    assertThat(pay(41, 504)).hasStatus(202);
    try (var _ = commits.begin()) {
      assertThat(pay(41, 504)).as("a repeat, beside a commit").hasStatus(503);
    }
    assertThat(pay(41, 504)).hasStatus(202);
  }

  @Test
  void whatCostsNothingIsPaidAndUndone() {
    assertThat(post("{\"orderId\":6}"))
        .hasStatus(201)
        .bodyJson()
        .extractingPath("price")
        .isEqualTo(0);
    assertThat(cancel(6)).hasStatus(200);
    assertThat(told(6)).containsExactly("PayCompleted", "PayCancelled");
  }

  @Test
  void aPaymentOfAnOrderThatWasCancelledFirstIsNeverMade() {
    arrive("c-32", 32);
    arrive("c-32", 32);

    assertThat(pay(32, 990_000))
        .hasStatus(200)
        .bodyJson()
        .isLenientlyEqualTo("{\"orderId\":32,\"price\":0,\"process\":\"PayCancelled\"}");
    assertThat(told(32)).containsExactly("PayCancelled");
    assertThat(REWARD.calls()).isEmpty();
  }

  @Test
  void manyRequestsOfOneOrderAreOnePayment() {
    var barrier = new CyclicBarrier(8);
    var answers =
        IntStream.range(0, 8)
            .mapToObj(_ ->
                CompletableFuture.supplyAsync(
                    () -> {
                      meet(barrier);
                      return pay(34, 990_000).getResponse().getStatus();
                    },
                    Thread::startVirtualThread))
            .toList();

    assertThat(answers.stream().map(CompletableFuture::join))
        .containsOnly(200, 201)
        .containsOnlyOnce(201);
    assertThat(told(34)).containsExactly("PayCompleted");
  }

  @Test
  void whileRewardIsOverloadedNewPaymentsAreRefusedAndKnownOnesAnswered() {
    pay(36, 990_000);
    await().until(() -> REWARD.looks() > 6);
    REWARD.loadAnswers(503);
    await().atMost(SOON).until(() -> !admitted());

    assertThat(pay(37, 990_000))
        .hasStatus(503)
        .hasContentType(MediaType.APPLICATION_PROBLEM_JSON)
        .containsHeader("Retry-After")
        .bodyText()
        .contains("please pay a little later");
    assertThat(http.get().uri("/payments/37")).hasStatus(404);
    assertThat(pay(36, 990_000)).hasStatus(200);
    assertThat(http.get().uri("/actuator/health/readiness")).hasStatusOk();
    assertThat(http.get().uri("/actuator/health")).hasStatusOk();

    REWARD.loadAnswers(200);
    await().atMost(SOON).until(() -> pay(37, 990_000).getResponse().getStatus() == 201);
  }
}
