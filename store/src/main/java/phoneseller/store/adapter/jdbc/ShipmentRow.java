package phoneseller.store.adapter.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import phoneseller.store.domain.OrderId;
import phoneseller.store.domain.Parcel;
import phoneseller.store.domain.Shipment;
import phoneseller.store.domain.ShipmentStatus;
import phoneseller.store.domain.ShipmentStatus.AwaitingOrder;
import phoneseller.store.domain.ShipmentStatus.AwaitingPayment;
import phoneseller.store.domain.ShipmentStatus.Cancelled;
import phoneseller.store.domain.ShipmentStatus.Ready;
import phoneseller.store.domain.ShipmentStatus.Returned;
import phoneseller.store.domain.ShipmentStatus.Returning;
import phoneseller.store.domain.ShipmentStatus.Shipped;
import phoneseller.store.domain.ShipmentStatus.Unheard;
import phoneseller.store.domain.Stage;

/** A shipment as columns and back. */
final class ShipmentRow {

  private ShipmentRow() {}

  static Shipment read(ResultSet row, int number) throws SQLException {
    return new Shipment(new OrderId(row.getLong("order_id")), status(row), row.getLong("version"));
  }

  static @Nullable Object[] columns(Shipment shipment) {
    var parcel = shipment.parcel();
    return new @Nullable Object[] {
      name(shipment.status()),
      parcel.map(Parcel::item).orElse(null),
      parcel.map(Parcel::customerId).orElse(null),
      shipment.order().value()
    };
  }

  static @Nullable Object[] columnsAndVersion(Shipment shipment) {
    var columns = columns(shipment);
    var all = Arrays.copyOf(columns, columns.length + 1);
    all[columns.length] = shipment.version();
    return all;
  }

  /** Which rows are of this stage, or concern a dealer at all. */
  static String isOf(@Nullable Stage stage) {
    return switch (stage) {
      case null -> "status <> 'AwaitingPayment'";
      case TO_SHIP -> "status in ('AwaitingOrder', 'Ready')";
      case SHIPPED -> "status = 'Shipped'";
      case CANCELLED -> "status = 'Cancelled'";
      case RETURNING -> "status = 'Returning'";
      case RETURNED -> "status = 'Returned'";
    };
  }

  private static String name(ShipmentStatus status) {
    return switch (status) {
      case Unheard _ -> throw new IllegalArgumentException("nothing to store");
      case AwaitingPayment _ -> "AwaitingPayment";
      case AwaitingOrder _ -> "AwaitingOrder";
      case Ready _ -> "Ready";
      case Shipped _ -> "Shipped";
      case Cancelled _ -> "Cancelled";
      case Returning _ -> "Returning";
      case Returned _ -> "Returned";
    };
  }

  private static ShipmentStatus status(ResultSet row) throws SQLException {
    String item = row.getString("item");
    String name = row.getString("status");
    return switch (name) {
      case "AwaitingOrder" -> new AwaitingOrder();
      case "Cancelled" -> new Cancelled(item == null ? null : parcel(row));
      case "AwaitingPayment" -> new AwaitingPayment(parcel(row));
      case "Ready" -> new Ready(parcel(row));
      case "Shipped" -> new Shipped(parcel(row));
      case "Returning" -> new Returning(parcel(row));
      case "Returned" -> new Returned(parcel(row));
      default -> throw new IllegalStateException("no such status: " + name);
    };
  }

  private static Parcel parcel(ResultSet row) throws SQLException {
    return new Parcel(row.getString("item"), row.getString("customer_id"));
  }
}
