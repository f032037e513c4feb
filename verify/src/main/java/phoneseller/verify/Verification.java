package phoneseller.verify;

/** Looks at all orders of a shop, and again at those that look broken. */
public final class Verification {

  private final Addresses shop;
  private final Settings settings;

  public Verification(Addresses shop, Settings settings) {
    this.shop = shop;
    this.settings = settings;
  }

  /**
   * Looks once at everything, and for as long as orders may move at what looks broken.
   *
   * @throws CannotVerify when a part of the shop, or the file of acknowledged orders, is unreadable
   */
  public Report run() {
    var file = settings.acknowledged();
    var acknowledged = file == null ? new Ids() : Acknowledged.read(file);
    try (var inspection = new Inspection(shop, settings, acknowledged)) {
      return inspection.report();
    }
  }
}
