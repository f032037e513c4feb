package phoneseller.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

class KeysetPageTest {

  @BeforeEach
  void aRequest() {
    var request = new MockHttpServletRequest("GET", "/orders");
    request.setQueryString("after=7&size=2");
    RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));
  }

  @AfterEach
  void noRequest() {
    RequestContextHolder.resetRequestAttributes();
  }

  @Test
  void aFullPageLeadsToTheNext() {
    var page = KeysetPage.of("orders", List.of(8L, 11L), new After(7, 2), id -> id);

    assertThat(page.embedded().get("orders")).containsExactly(8L, 11L);
    assertThat(page.links())
        .containsEntry("self", new Link("http://localhost/orders?after=7&size=2"))
        .containsEntry("next", new Link("http://localhost/orders?after=11&size=2"));
  }

  @Test
  void thePageThatIsNotFullIsTheLast() {
    assertThat(KeysetPage.of("orders", List.of(8L), new After(7, 2), id -> id).links())
        .containsOnlyKeys("self");
    assertThat(KeysetPage.of("orders", List.<Long>of(), new After(7, 2), id -> id).links())
        .containsOnlyKeys("self");
  }

  @Test
  void itBeginsAtTheBeginningWithTwentyAndHasAThousandAtMost() {
    assertThat(After.of(null, null)).isEqualTo(new After(0, 20));
    assertThat(After.of("", " ")).isEqualTo(new After(0, 20));
    assertThat(After.of("9223372036854775807", "99999999999"))
        .isEqualTo(new After(Long.MAX_VALUE, 1000));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "-1|20|after is below 0",
        "x|20|after is not a whole number",
        "9223372036854775808|20|after is not a whole number",
        "0|0|size is below 1",
        "0|many|size is not a whole number",
      })
  void whatCannotBeAcceptedNamesItsField(
      @Nullable String after, @Nullable String size, String message) {
    assertThatThrownBy(() -> After.of(after, size))
        .isInstanceOf(Unacceptable.class)
        .hasMessage(message);
  }
}
