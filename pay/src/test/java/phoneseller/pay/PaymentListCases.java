package phoneseller.pay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What can be asked of payments, and what is refused. */
abstract class PaymentListCases extends PayCalls {

  @Test
  void paymentsAreListedAndFound() {
    pay(38, 990_000);
    pay(39, 1_000);
    cancel(38);

    assertThat(http.get().uri("/payments/search/findByOrderId?orderId=39"))
        .hasStatusOk()
        .hasContentType("application/hal+json")
        .bodyJson()
        .extractingPath("price")
        .isEqualTo(1000);
    for (var sort : List.of("id,asc", "price,asc", "process,asc")) {
      assertThat(http.get().uri("/payments?size=1&sort=" + sort))
          .hasStatusOk()
          .bodyJson()
          .extractingPath("_embedded.payments[0].orderId")
          .isEqualTo(38);
    }
    assertThat(http.get().uri("/payments?sort=price,desc"))
        .bodyJson()
        .extractingPath("page.totalElements")
        .isEqualTo(2);
    assertThat(http.get().uri("/payments?sort=reason")).hasStatus(422);
    assertThat(http.get().uri("/payments?after=37&size=1"))
        .hasStatusOk()
        .bodyJson()
        .extractingPath("_embedded.payments[0].orderId")
        .isEqualTo(38);
    assertThat(http.get().uri("/payments?after=-1")).hasStatus(422);
    assertThat(http.get().uri("/payments/provider/journal")).hasStatus(404);
    assertThat(http.get().uri("/payments/search/findByOrderId?orderId=99")).hasStatus(404);
    assertThat(http.get().uri("/payments/0")).hasStatus(404);
    assertThat(http.get().uri("/payments/x")).hasStatus(400);
  }

  @Test
  void whatCannotBeAcceptedIsRefusedAndStoresNothing() {
    for (var body :
        List.of(
            "{\"price\":1}",
            "{\"orderId\":0,\"price\":1}",
            "{\"orderId\":-1}",
            "{\"orderId\":40,\"price\":-1}",
            "{\"orderId\":40,\"process\":\"Payed\"}",
            "{\"orderId\":40,\"customerId\":\"a\\u0000b\"}",
            "{\"orderId\":40,\"customerId\":\"\\ud800\"}",
            "{\"orderId\":40,\"customerId\":\"" + "x".repeat(65) + "\"}")) {
      assertThat(post(body)).as(body).hasStatus(422);
    }
    for (var body : List.of("", "[", "[]", "{\"orderId\":1.5}", "{\"orderId\":\"x\"}")) {
      assertThat(post(body)).as(body).hasStatus(400);
    }
    assertThat(patch(41, "{\"process\":\"Payed\"}")).hasStatus(422);
    assertThat(patch(41, "{}")).hasStatus(422);
    assertThat(patch(41, CANCEL)).hasStatus(404);
    assertThat(patch(0, CANCEL)).hasStatus(404);
    assertThat(http.delete().uri("/payments/1")).hasStatus(405);
    assertThat(jdbc.queryForObject("select count(*) from payment", Long.class)).isZero();
  }
}
