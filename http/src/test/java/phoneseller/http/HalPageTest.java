package phoneseller.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class HalPageTest {

  private static final String LIST = "http://shop.example:8088/orders";

  @AfterEach
  void end() {
    RequestContextHolder.resetRequestAttributes();
  }

  @Test
  void theFirstOfThreeHasANextAndNoPrevious() {
    var page = page("page=0&size=2", 0, 5);

    assertThat(page.at("/_links").propertyNames()).containsExactly("self", "first", "next", "last");
    assertThat(page.at("/_links/next/href").asString()).isEqualTo(LIST + "?page=1&size=2");
    assertThat(page.at("/_links/last/href").asString()).isEqualTo(LIST + "?page=2&size=2");
    assertThat(page.at("/page").toString())
        .isEqualTo("{\"size\":2,\"totalElements\":5,\"totalPages\":3,\"number\":0}");
  }

  @Test
  void oneInTheMiddleHasBothNeighbours() {
    var page = page("page=1&size=2", 1, 5);

    assertThat(page.at("/_links").propertyNames())
        .containsExactly("self", "first", "prev", "next", "last");
    assertThat(page.at("/_links/self/href").asString()).isEqualTo(LIST + "?page=1&size=2");
    assertThat(page.at("/_links/prev/href").asString()).isEqualTo(LIST + "?page=0&size=2");
    assertThat(page.at("/_links/first/href").asString()).isEqualTo(LIST + "?page=0&size=2");
  }

  @Test
  void theLastHasNoNext() {
    assertThat(page("page=2&size=2", 2, 5).at("/_links").propertyNames())
        .containsExactly("self", "first", "prev", "last");
  }

  @Test
  void aFullLastPageIsNotFollowedByAnEmptyOne() {
    assertThat(page("page=1&size=2", 1, 4).at("/_links").propertyNames())
        .containsExactly("self", "first", "prev", "last");
  }

  @Test
  void beyondTheEndThePreviousIsTheLast() {
    var page = page("page=9&size=2", 9, 5);

    assertThat(page.at("/_links/prev/href").asString()).isEqualTo(LIST + "?page=2&size=2");
    assertThat(page.at("/_links").propertyNames()).doesNotContain("next");
  }

  @Test
  void neighboursKeepWhateverElseWasAskedFor() {
    var page = page("customerId=a%26b&sort=price,desc&page=0&size=2", 0, 5);

    assertThat(page.at("/_links/next/href").asString())
        .contains("customerId=a%26b", "sort=price,desc", "page=1", "size=2")
        .doesNotContain("page=0");
  }

  @Test
  void anEmptyListStillHasItsArray() {
    var page = page("", 0, 0);

    assertThat(page.at("/_embedded").toString()).isEqualTo("{\"orders\":[]}");
    assertThat(page.at("/_links").propertyNames()).containsExactly("self");
    assertThat(page.at("/page/totalPages").asInt()).isZero();
  }

  @Test
  void aWholeListHasItsArrayAndItself() {
    request("");
    var empty = JsonMapper.shared().valueToTree(HalPage.whole("orders", List.of()));

    assertThat(empty.at("/_embedded").toString()).isEqualTo("{\"orders\":[]}");
    assertThat(empty.at("/_links/self/href").asString()).isEqualTo(LIST);
  }

  private static JsonNode page(String query, int number, long total) {
    request(query);
    var asked = PageQuery.of("" + number, query.isEmpty() ? null : "2", null, Set.of());
    return JsonMapper.shared().valueToTree(HalPage.of("orders", List.of(), asked, total));
  }

  private static void request(String query) {
    var request = new MockHttpServletRequest("GET", "/orders");
    request.setServerName("shop.example");
    request.setServerPort(8088);
    request.setQueryString(query.isEmpty() ? null : query);
    RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));
  }
}
