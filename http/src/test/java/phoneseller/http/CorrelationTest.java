package phoneseller.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.MDC;

class CorrelationTest {

  private static final String TRACE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
  private static final String WELL_FORMED = "00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}";

  @AfterEach
  void nothingStaysBehind() {
    assertThat(MDC.get("correlationId")).isNull();
    assertThat(MDC.get("traceparent")).isNull();
  }

  @Test
  void whatTheCallerSentIsContinued() {
    var correlation = Correlation.continuing("Order_7.a-b", TRACE);

    assertThat(correlation).isEqualTo(new Correlation("Order_7.a-b", TRACE));
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "two words", "line\nbreak", "é", "<script>", "a;b"})
  void anIdThatIsNotWellFormedIsReplacedByThatOfTheTrace(@Nullable String id) {
    assertThat(Correlation.continuing(id, TRACE).id())
        .isEqualTo("0af7651916cd43dd8448eb211c80319c");
  }

  @Test
  void anIdHas64CharactersAtMost() {
    assertThat(Correlation.continuing("i".repeat(64), TRACE).id()).isEqualTo("i".repeat(64));
    assertThat(Correlation.continuing("i".repeat(65), TRACE).id()).hasSize(32);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        "nonsense",
        "00-00000000000000000000000000000000-b7ad6b7169203331-01",
        "00-0af7651916cd43dd8448eb211c80319c-0000000000000000-01",
        "00-0AF7651916CD43DD8448EB211C80319C-b7ad6b7169203331-01",
        "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01-more",
        "ff-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
        "00-0af7651916cd43dd8448eb211c80319c_b7ad6b7169203331-01",
        "00-0af7651916cd43dd8448eb211c80319c-b7ad6b716920333g-01",
        "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331_01",
        "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-0/"
      })
  void aTraceThatIsNotWellFormedIsReplacedByANewOne(@Nullable String trace) {
    var correlation = Correlation.continuing("order-7", trace);

    assertThat(correlation.id()).isEqualTo("order-7");
    assertThat(correlation.traceparent()).matches(WELL_FORMED).isNotEqualTo(trace);
    assertThat(Correlation.continuing("order-7", correlation.traceparent())).isEqualTo(correlation);
  }

  @Test
  void withoutACallerEveryCorrelationIsNew() {
    assertThat(Correlation.current()).isNotEqualTo(Correlation.current());
  }

  @Test
  void theOpenedCorrelationIsThatOfTheWorkAtHand() {
    var correlation = Correlation.continuing("order-7", TRACE);

    try (var _ = correlation.open()) {
      assertThat(Correlation.current()).isEqualTo(correlation);
    }
  }

  @Test
  void whenTheInnerWorkEndsTheOuterGoesOn() {
    var outer = Correlation.continuing("outer", TRACE);
    var inner = Correlation.continuing("inner", null);

    try (var _ = outer.open()) {
      try (var _ = inner.open()) {
        assertThat(Correlation.current()).isEqualTo(inner);
      }
      assertThat(Correlation.current()).isEqualTo(outer);
    }
  }

  @Test
  void theNextSpanIsOfTheSameTrace() {
    var next = Correlation.continuing("order-7", TRACE).nextSpan();

    assertThat(next.id()).isEqualTo("order-7");
    assertThat(next.traceparent())
        .matches(WELL_FORMED)
        .startsWith("00-0af7651916cd43dd8448eb211c80319c-")
        .endsWith("-01")
        .isNotEqualTo(TRACE);
  }
}
