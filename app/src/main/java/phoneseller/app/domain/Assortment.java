package phoneseller.app.domain;

import java.util.List;

/** What a shop takes orders for. A phone of the catalogue has the price of the catalogue always. */
public enum Assortment {
  /** Whatever is not in the catalogue too, at the price that its request names. */
  ANYTHING,
  CATALOGUE_ONLY;

  /**
   * What was asked for, at its price.
   *
   * @throws Invalid when it is not sold, or not at the price that was named
   */
  public Purchase priced(Purchase asked, Catalogue catalogue) {
    var words = List.of(asked.item().split("/", -1));
    return catalogue
        .named(words.getFirst())
        .map(phone -> phone.sold(asked, words.subList(1, words.size())))
        .orElseGet(() -> unlisted(asked));
  }

  private Purchase unlisted(Purchase asked) {
    return switch (this) {
      case ANYTHING -> asked;
      case CATALOGUE_ONLY -> throw new Invalid("item", "is not in the catalogue");
    };
  }
}
