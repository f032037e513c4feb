package phoneseller.customer.view;

/** One of the two sets of tables in which the view exists. */
public enum TableSet {
  FIRST(1, ""),
  SECOND(2, "_2");

  private final int number;
  private final String suffix;

  TableSet(int number, String suffix) {
    this.number = number;
    this.suffix = suffix;
  }

  /** As stored. */
  public int number() {
    return number;
  }

  public TableSet other() {
    return this == FIRST ? SECOND : FIRST;
  }

  /** The statement on the tables of this set; {@code #} stands where a table's name ends. */
  public String sql(String statement) {
    return statement.replace("#", suffix);
  }

  static TableSet of(int number) {
    return number == 1 ? FIRST : SECOND;
  }
}
