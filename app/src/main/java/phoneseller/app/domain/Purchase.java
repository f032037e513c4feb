package phoneseller.app.domain;

import org.jspecify.annotations.Nullable;

/**
 * What is bought, by whom, at what price for the whole; it never changes.
 *
 * @param item at most 200 characters
 * @param quantity 1 to 100
 * @param price null when none was named: the order then costs nothing and earns nothing
 */
public record Purchase(CustomerId customer, String item, int quantity, @Nullable Won price) {

  private static final int LONGEST_ITEM = 200;
  private static final int MOST = 100;

  public Purchase {
    item = Text.checked("item", item, LONGEST_ITEM);
    if (quantity < 1 || quantity > MOST) {
      throw new Invalid("qty", "is not from 1 to " + MOST);
    }
  }

  /** Reads what a client asked for. */
  public static Purchase of(
      @Nullable String customer,
      @Nullable String item,
      @Nullable Integer quantity,
      @Nullable Long price) {
    return new Purchase(
        CustomerId.orGuest(customer),
        Text.checked("item", item, LONGEST_ITEM),
        quantity == null ? 0 : quantity,
        price == null ? null : new Won(price));
  }

  public Won amount() {
    return price == null ? Won.NOTHING : price;
  }

  /** The same at another price, or with none named. */
  public Purchase at(@Nullable Won other) {
    return new Purchase(customer, item, quantity, other);
  }
}
