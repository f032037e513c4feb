package phoneseller.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PageQueryTest {

  private static final Set<String> SORTABLE = Set.of("id", "price");

  @Test
  void unlessToldItIsTheFirstTwenty() {
    assertThat(query(null, null, null)).isEqualTo(new PageQuery(0, 20, null, false));
    assertThat(query("", " ", "")).isEqualTo(new PageQuery(0, 20, null, false));
  }

  @Test
  void aPageHasAHundredRowsAtMost() {
    assertThat(query("0", "100", null).size()).isEqualTo(100);
    assertThat(query("0", "101", null).size()).isEqualTo(100);
    assertThat(query("0", "2147483647", null).size()).isEqualTo(100);
  }

  @Test
  void theOffsetOfTheLastThinkablePageIsANumber() {
    assertThat(query("2147483647", "100", null).offset()).isEqualTo(214_748_364_700L);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "-1|20|page is below 0",
        "one|20|page is not a whole number",
        "1.5|20|page is not a whole number",
        "99999999999|20|page is not a whole number",
        "0|0|size is below 1",
        "0|-5|size is below 1",
        "0|all|size is not a whole number"
      })
  void nonsenseIsRefused(String page, String size, String why) {
    assertThatThrownBy(() -> query(page, size, null))
        .isInstanceOf(Unacceptable.class)
        .hasMessage(why);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "price|price asc, id",
        "price,asc|price asc, id",
        "price,desc|price desc, id",
        " price , DESC |price desc, id"
      })
  void whatCanBeSortedIsSorted(String sort, String orderBy) {
    assertThat(query(null, null, sort).orderBy(Map.of("price", "price", "id", "id"), "id"))
        .isEqualTo(orderBy);
  }

  @Test
  void withoutASortTheOrderIsTheUsualOne() {
    assertThat(query(null, null, null).orderBy(Map.of(), "id desc")).isEqualTo("id desc");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"colour", "price;drop table", ",", ",desc", "price,up", "price,asc,id", "Price"})
  void whatCannotBeSortedIsRefused(String sort) {
    assertThatThrownBy(() -> query(null, null, sort))
        .isInstanceOf(Unacceptable.class)
        .hasMessageStartingWith("sort ");
  }

  private static PageQuery query(
      @Nullable String page, @Nullable String size, @Nullable String sort) {
    return PageQuery.of(page, size, sort, SORTABLE);
  }
}
