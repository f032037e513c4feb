package phoneseller.identity;

/** How far a rule of access reaches, from nothing to everything. */
public enum Reach {
  NONE,
  /** What belongs to the caller. */
  OWN,
  ANY;

  static Reach of(String cell) {
    return switch (cell) {
      case "-" -> NONE;
      case "own" -> OWN;
      case "any" -> ANY;
      default -> throw new IllegalArgumentException("is -, own or any, not " + cell);
    };
  }

  Reach orFurther(Reach other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
