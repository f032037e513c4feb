package phoneseller.reward.domain;

import java.time.Instant;
import java.util.Optional;
import phoneseller.reward.domain.Entry.Kind;

/** How far the points of one order are; the state is what the order's last entry says. */
public sealed interface PointsOfOrder {

  /** The ledger has no entry of the order. */
  record Untouched(OrderId order) implements PointsOfOrder {}

  /** The customer has the points. */
  record Granted(Entry last) implements PointsOfOrder {}

  /** The points are taken back; where none had been granted yet, none ever will be. */
  record Reclaimed(Entry last) implements PointsOfOrder {}

  /** The payment stands after all, and what it has earned is the customer's for good. */
  record GivenBack(Entry last) implements PointsOfOrder {}

  static PointsOfOrder after(Entry last) {
    return switch (last.kind()) {
      case GRANT -> last.step() == 1 ? new Granted(last) : new GivenBack(last);
      case RECLAIM -> new Reclaimed(last);
      case GIVE_BACK -> new GivenBack(last);
    };
  }

  default Optional<Entry> lastEntry() {
    return switch (this) {
      case Untouched _ -> Optional.empty();
      case Granted(var last) -> Optional.of(last);
      case Reclaimed(var last) -> Optional.of(last);
      case GivenBack(var last) -> Optional.of(last);
    };
  }

  /**
   * The order is paid. A price that earns no whole point leaves no entry. A grant that was on its
   * way when the points were taken back had nothing to be given back: it is booked when it comes.
   */
  default Decision grant(CustomerId customer, Points earned, Instant now) {
    return switch (this) {
      case Untouched _ when earned.equals(Points.NONE) -> Decision.none(this);
      case Untouched(var order) ->
          Decision.to(new Granted(new Entry(order, 1, customer, earned, Kind.GRANT, now)));
      case GivenBack(var last) when wasNothing(last) && !earned.equals(Points.NONE) ->
          Decision.to(new GivenBack(last.next(Kind.GRANT, earned, now)));
      case Granted _, Reclaimed _, GivenBack _ -> Decision.none(this);
    };
  }

  private static boolean wasNothing(Entry last) {
    return last.kind() == Kind.GIVE_BACK && last.points().equals(Points.NONE);
  }

  /**
   * The payment is being undone. An entry of no points keeps a grant that is still on its way from
   * ever being booked.
   *
   * @throws Refused when the points have been given back since
   */
  default Decision reclaim(CustomerId customer, Instant now) {
    return switch (this) {
      case Untouched(var order) ->
          Decision.to(new Reclaimed(new Entry(order, 1, customer, Points.NONE, Kind.RECLAIM, now)));
      case Granted(var grant) ->
          Decision.to(new Reclaimed(grant.next(Kind.RECLAIM, grant.points().negated(), now)));
      case Reclaimed _ -> Decision.none(this);
      case GivenBack _ -> throw new Refused(this, "The points have been given back for good.");
    };
  }

  /**
   * The payment could not be undone: exactly what the reclaim took is given back.
   *
   * @throws Refused when nothing was reclaimed
   */
  default Decision giveBack(Instant now) {
    return switch (this) {
      case Reclaimed(var reclaim) ->
          Decision.to(new GivenBack(reclaim.next(Kind.GIVE_BACK, reclaim.points().negated(), now)));
      case GivenBack _ -> Decision.none(this);
      case Untouched _, Granted _ -> throw new Refused(this, "No points have been reclaimed.");
    };
  }

  /**
   * Makes sure that the points are taken back.
   *
   * @throws Refused when they are not
   */
  default void requireReclaimed() {
    switch (this) {
      case Reclaimed _ -> {}
      case Untouched _, Granted _, GivenBack _ ->
          throw new Refused(this, "The payment of the order is not cancelled.");
    }
  }
}
