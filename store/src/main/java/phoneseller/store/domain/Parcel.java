package phoneseller.store.domain;

/** What has to be shipped, and for whom. */
public record Parcel(String item, String customerId) {

  public Parcel {
    if (item.isBlank() || customerId.isBlank()) {
      throw new IllegalArgumentException("a parcel without an item or a customer");
    }
  }
}
