package phoneseller.store.domain;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import phoneseller.store.domain.ShipmentStatus.AwaitingOrder;
import phoneseller.store.domain.ShipmentStatus.AwaitingPayment;
import phoneseller.store.domain.ShipmentStatus.Cancelled;
import phoneseller.store.domain.ShipmentStatus.Ready;
import phoneseller.store.domain.ShipmentStatus.Returned;
import phoneseller.store.domain.ShipmentStatus.Returning;
import phoneseller.store.domain.ShipmentStatus.Shipped;
import phoneseller.store.domain.ShipmentStatus.Unheard;

/**
 * The dealer's shipment of one order. Every message is answered in every state: a repeated or
 * outdated one changes nothing, and one that comes before its turn is remembered by the state.
 *
 * @param version how often the shipment has been stored; 0 when it never was
 */
public record Shipment(OrderId order, ShipmentStatus status, long version) {

  public static Shipment unheard(OrderId order) {
    return new Shipment(order, new Unheard(), 0);
  }

  public Change hear(ShipmentMessage message, ShippingPolicy policy) {
    return switch (message) {
      case ShipmentMessage.Ordered(_, var parcel) -> ordered(parcel, policy);
      case ShipmentMessage.Paid _ -> paid(policy);
      case ShipmentMessage.Cancelled(_, var parcel) -> cancelled(parcel);
    };
  }

  /**
   * A dealer hands the parcel over; once it has left, saying so again changes nothing.
   *
   * @throws IllegalTransition when the order is not both placed and paid, or is cancelled
   */
  public Change shipByHand() {
    return switch (status) {
      case Ready(var parcel) -> ship(parcel);
      case Shipped _ -> Change.none(this);
      case Unheard _, AwaitingPayment _, AwaitingOrder _, Cancelled _, Returning _, Returned _ ->
          throw new IllegalTransition(this, "be shipped");
    };
  }

  /**
   * A dealer takes the parcel back; once they have it, saying so again changes nothing.
   *
   * @throws IllegalTransition when it is not on its way back
   */
  public Change takeBack() {
    return switch (status) {
      case Returning(var parcel) -> Change.to(in(new Returned(parcel)));
      case Returned _ -> Change.none(this);
      case Unheard _, AwaitingPayment _, AwaitingOrder _, Ready _, Shipped _, Cancelled _ ->
          throw new IllegalTransition(this, "be taken back");
    };
  }

  /** Where a dealer sees it: an order that nobody has paid is none of their business. */
  public Optional<Stage> stage() {
    return switch (status) {
      case Unheard _, AwaitingPayment _ -> Optional.empty();
      case AwaitingOrder _, Ready _ -> Optional.of(Stage.TO_SHIP);
      case Shipped _ -> Optional.of(Stage.SHIPPED);
      case Cancelled _ -> Optional.of(Stage.CANCELLED);
      case Returning _ -> Optional.of(Stage.RETURNING);
      case Returned _ -> Optional.of(Stage.RETURNED);
    };
  }

  public boolean concernsDealer() {
    return stage().isPresent();
  }

  /** What is shipped, as far as the store has been told. */
  public Optional<Parcel> parcel() {
    return switch (status) {
      case Unheard _, AwaitingOrder _ -> Optional.empty();
      case AwaitingPayment(var parcel) -> Optional.of(parcel);
      case Ready(var parcel) -> Optional.of(parcel);
      case Shipped(var parcel) -> Optional.of(parcel);
      case Cancelled(var parcel) -> Optional.ofNullable(parcel);
      case Returning(var parcel) -> Optional.of(parcel);
      case Returned(var parcel) -> Optional.of(parcel);
    };
  }

  private Change ordered(Parcel parcel, ShippingPolicy policy) {
    return switch (status) {
      case Unheard _ -> Change.to(in(new AwaitingPayment(parcel)));
      case AwaitingOrder _ -> placedAndPaid(parcel, policy);
      case Cancelled(var known) when known == null -> Change.to(in(new Cancelled(parcel)));
      case AwaitingPayment _, Ready _, Shipped _, Cancelled _, Returning _, Returned _ ->
          Change.none(this);
    };
  }

  private Change paid(ShippingPolicy policy) {
    return switch (status) {
      case Unheard _ -> Change.to(in(new AwaitingOrder()));
      case AwaitingPayment(var parcel) -> placedAndPaid(parcel, policy);
      case AwaitingOrder _, Ready _, Shipped _, Cancelled _, Returning _, Returned _ ->
          Change.none(this);
    };
  }

  private Change cancelled(@Nullable Parcel told) {
    return switch (status) {
      case Unheard _, AwaitingOrder _ -> Change.to(in(new Cancelled(told)));
      case AwaitingPayment(var parcel) -> Change.to(in(new Cancelled(parcel)));
      case Ready(var parcel) -> Change.to(in(new Cancelled(parcel)));
      case Shipped(var parcel) -> Change.to(in(new Returning(parcel)));
      case Cancelled(var known) when known == null && told != null ->
          Change.to(in(new Cancelled(told)));
      case Cancelled _, Returning _, Returned _ -> Change.none(this);
    };
  }

  private Change placedAndPaid(Parcel parcel, ShippingPolicy policy) {
    return switch (policy) {
      case AUTOMATIC -> ship(parcel);
      case BY_HAND -> Change.to(in(new Ready(parcel)));
    };
  }

  private Change ship(Parcel parcel) {
    return Change.to(in(new Shipped(parcel)), new ParcelShipped(order, parcel));
  }

  private Shipment in(ShipmentStatus next) {
    return new Shipment(order, next, version);
  }
}
