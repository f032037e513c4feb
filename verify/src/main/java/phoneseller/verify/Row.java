package phoneseller.verify;

import org.jspecify.annotations.Nullable;

/** What a service shows of an order; the wire's own words. */
sealed interface Row {

  long order();

  record OrderRow(
      long id,
      String customerId,
      String item,
      int qty,
      String status,
      @Nullable Long price,
      @Nullable Long point)
      implements Row {

    @Override
    public long order() {
      return id;
    }
  }

  record PaymentRow(long orderId, long price, String process) implements Row {

    @Override
    public long order() {
      return orderId;
    }
  }

  record ShipmentRow(
      long orderId, @Nullable String item, String process, @Nullable String customerId)
      implements Row {

    @Override
    public long order() {
      return orderId;
    }
  }

  record EntryRow(long orderId, long point, String process, String customerId) implements Row {

    static final String GIVEN = "Payed";

    @Override
    public long order() {
      return orderId;
    }

    boolean given() {
      return process.equals(GIVEN);
    }
  }

  record ViewRow(
      long orderId,
      @Nullable String customerId,
      @Nullable String item,
      @Nullable Integer qty,
      @Nullable Long price,
      @Nullable String status,
      @Nullable Long point)
      implements Row {

    @Override
    public long order() {
      return orderId;
    }
  }
}
