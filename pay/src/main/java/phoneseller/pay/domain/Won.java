package phoneseller.pay.domain;

/** An amount of money: whole won, never less than nothing. */
public record Won(long amount) {

  public static final Won NOTHING = new Won(0);

  public Won {
    if (amount < 0) {
      throw new Invalid("price", "is below 0");
    }
  }

  public boolean isNothing() {
    return amount == 0;
  }

  @Override
  public String toString() {
    return amount + " won";
  }
}
