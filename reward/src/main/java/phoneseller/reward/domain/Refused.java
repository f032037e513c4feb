package phoneseller.reward.domain;

/** The points of the order are not in a state that allows this. */
public final class Refused extends RuntimeException {

  private static final long serialVersionUID = 1;
  private final transient PointsOfOrder points;

  Refused(PointsOfOrder points, String reason) {
    super(reason);
    this.points = points;
  }

  public PointsOfOrder points() {
    return points;
  }
}
