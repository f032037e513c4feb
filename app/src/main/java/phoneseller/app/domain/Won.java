package phoneseller.app.domain;

/** An amount of whole won, never below zero. */
public record Won(long amount) {

  public static final Won NOTHING = new Won(0);

  public Won {
    if (amount < 0) {
      throw new Invalid("price", "is below 0");
    }
  }

  /** This amount for each of so many. */
  public Won times(int pieces) {
    try {
      return new Won(Math.multiplyExact(amount, pieces));
    } catch (ArithmeticException e) {
      throw new Invalid("price", "is above what can be counted");
    }
  }
}
