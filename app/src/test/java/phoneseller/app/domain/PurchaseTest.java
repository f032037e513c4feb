package phoneseller.app.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PurchaseTest {

  @Test
  void nobodyNamedIsAGuestAndNoPriceCostsNothing() {
    var purchase = Purchase.of(null, "test", 1, null);

    assertThat(purchase.customer()).isEqualTo(new CustomerId("guest"));
    assertThat(purchase.amount()).isEqualTo(Won.NOTHING);
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 101, Integer.MAX_VALUE})
  void aQuantityOutsideOneToAHundredIsRefused(int quantity) {
    assertThatThrownBy(() -> Purchase.of(null, "test", quantity, 1L))
        .isInstanceOfSatisfying(Invalid.class, e -> assertThat(e.field()).isEqualTo("qty"));
  }

  @Test
  void aHundredPhonesWithALongNameAreFine() {
    assertThat(Purchase.of("c".repeat(64), "x".repeat(200), 100, 0L).quantity()).isEqualTo(100);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "a\u0000b", "line\nbreak", "half \ud83d only"})
  void anItemThatIsNoTextIsRefused(String item) {
    assertThatThrownBy(() -> Purchase.of(null, item, 1, 1L))
        .isInstanceOfSatisfying(Invalid.class, e -> assertThat(e.field()).isEqualTo("item"));
  }

  @Test
  void anItemOverTwoHundredCharactersIsRefused() {
    assertThatThrownBy(() -> Purchase.of(null, "x".repeat(201), 1, 1L)).isInstanceOf(Invalid.class);
  }

  @Test
  void aPriceBelowZeroIsRefused() {
    assertThatThrownBy(() -> Purchase.of(null, "test", 1, -1L))
        .isInstanceOfSatisfying(Invalid.class, e -> assertThat(e.field()).isEqualTo("price"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a\tb"})
  void aCustomerWithoutANameIsRefused(String customer) {
    assertThatThrownBy(() -> Purchase.of(customer, "test", 1, 1L))
        .isInstanceOfSatisfying(Invalid.class, e -> assertThat(e.field()).isEqualTo("customerId"));
  }
}
