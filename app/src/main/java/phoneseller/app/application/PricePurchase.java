package phoneseller.app.application;

import org.springframework.stereotype.Service;
import phoneseller.app.domain.Assortment;
import phoneseller.app.domain.Catalogue;
import phoneseller.app.domain.Purchase;

/** Finds what an order costs, within its transaction: no price is older than the order. */
@Service
public class PricePurchase {

  private final Catalogue catalogue;
  private final Assortment assortment;

  PricePurchase(Catalogue catalogue, Assortment assortment) {
    this.catalogue = catalogue;
    this.assortment = assortment;
  }

  /**
   * What was asked for, at its price.
   *
   * @throws phoneseller.app.domain.Invalid when it is not sold, or not at the price that was named
   */
  public Purchase price(Purchase asked) {
    return assortment.priced(asked, catalogue);
  }
}
