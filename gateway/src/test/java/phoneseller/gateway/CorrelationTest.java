package phoneseller.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class CorrelationTest {

  private static final String TRACE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
  private static final Backend APP = new Backend();
  private static final Door DOOR = new Door("app=" + APP.port());

  @BeforeEach
  void forget() {
    APP.forget();
  }

  @AfterAll
  static void close() {
    DOOR.close();
    APP.close();
  }

  @Test
  void theClientsIdAndTraceAreCarriedOn() {
    var answer = DOOR.get("/orders", "X-Correlation-Id", "order-story-1", "traceparent", TRACE);
    var headers = APP.last().headers();
    assertThat(headers.get("X-Correlation-Id")).containsExactly("order-story-1");
    assertThat(headers.get("traceparent")).hasSize(1);
    assertThat(headers.getFirst("traceparent"))
        .startsWith(TRACE.substring(0, 36))
        .isNotEqualTo(TRACE);
    assertThat(answer.headers().allValues("X-Correlation-Id")).containsExactly("order-story-1");
  }

  @Test
  void aRequestWithoutAnIdGetsOne() {
    var answer = DOOR.get("/orders");
    var made = APP.last().headers().getFirst("X-Correlation-Id");
    assertThat(made).matches("[0-9a-f]{32}");
    assertThat(APP.last().headers().getFirst("traceparent")).startsWith("00-" + made);
    assertThat(answer.headers().allValues("X-Correlation-Id")).containsExactly(made);
  }

  @Test
  void theServicesCopyOfTheIdDoesNotAppearTwice() {
    APP.answers(exchange -> Backend.answer(exchange, 200, "{}", "X-Correlation-Id", "same"));
    var answer = DOOR.get("/orders", "X-Correlation-Id", "same");
    assertThat(answer.headers().allValues("X-Correlation-Id")).containsExactly("same");
  }

  @Test
  void aChangeBeginsItsStoryInTheLogAndAReadDoesNot() {
    var events = new ListAppender<ILoggingEvent>();
    events.start();
    ((Logger) LoggerFactory.getLogger("phoneseller.gateway")).addAppender(events);
    APP.answers(exchange -> Backend.answer(exchange, 201, "{}"));
    DOOR.get("/orders", "X-Correlation-Id", "story-1");
    DOOR.post("/orders?x=1", "{}", "X-Correlation-Id", "story-2");
    DOOR.send("PATCH", "/orders/2", "{}", "X-Correlation-Id", "story-3");
    await().until(() -> events.list.size() >= 2);
    assertThat(events.list)
        .extracting(ILoggingEvent::getFormattedMessage)
        .containsExactly("POST /orders -> 201", "PATCH /orders/2 -> 201");
    assertThat(events.list)
        .extracting(event -> event.getMDCPropertyMap().get("correlationId"))
        .containsExactly("story-2", "story-3");
  }
}
