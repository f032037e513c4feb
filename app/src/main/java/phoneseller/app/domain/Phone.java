package phoneseller.app.domain;

import java.util.List;
import java.util.stream.IntStream;

/**
 * A phone that the shop sells, at its price of the moment.
 *
 * @param stockKeepingName by which the store knows it; an order's item may append a choice for each
 *     option, as {@code GX-NOTE99/black/256}
 * @param picture the name of its picture, without folder and ending
 * @param demo sold in a demonstration only: its price makes the payment end badly
 */
public record Phone(
    PhoneId id,
    String name,
    String stockKeepingName,
    String brand,
    Won unitPrice,
    List<PhoneOption> options,
    Wording description,
    String picture,
    boolean demo) {

  public Phone {
    options = List.copyOf(options);
  }

  /**
   * The purchase at the price of the catalogue.
   *
   * @throws Invalid when another price was named, or a choice that this phone does not have
   */
  Purchase sold(Purchase asked, List<String> choices) {
    if (!offers(choices)) {
      throw new Invalid("item", "names a choice that " + name + " does not have");
    }
    var price = unitPrice.times(asked.quantity());
    if (asked.price() != null && !asked.price().equals(price)) {
      throw new Invalid("price", "is not that of the catalogue, " + price.amount());
    }
    return asked.at(price);
  }

  private boolean offers(List<String> choices) {
    return choices.isEmpty()
        || (choices.size() == options.size()
            && IntStream.range(0, options.size())
                .allMatch(i -> options.get(i).has(choices.get(i))));
  }
}
