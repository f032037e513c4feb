package phoneseller.reward.domain;

/** The points of an order after a decision; when they changed, their last entry is to be booked. */
public record Decision(PointsOfOrder points, boolean changed) {

  static Decision none(PointsOfOrder points) {
    return new Decision(points, false);
  }

  static Decision to(PointsOfOrder points) {
    return new Decision(points, true);
  }
}
