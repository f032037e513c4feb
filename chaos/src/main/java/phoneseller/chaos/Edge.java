package phoneseller.chaos;

/** Who speaks to whom within the shop. */
public record Edge(String from, String to) {

  private static final String ARROW = "->";

  static Edge parse(String text) {
    int arrow = text.indexOf(ARROW);
    return new Edge(text.substring(0, arrow), text.substring(arrow + ARROW.length()));
  }

  @Override
  public String toString() {
    return from + ARROW + to;
  }
}
