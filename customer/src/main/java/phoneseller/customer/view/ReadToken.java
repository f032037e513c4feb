package phoneseller.customer.view;

/** A step of an order that a client has been told of: {@code 17.Ordered}. */
public record ReadToken(long order, Step step) {

  /**
   * @throws IllegalArgumentException when it is none
   */
  public static ReadToken of(String text) {
    int dot = text.indexOf('.');
    if (dot < 1
        || dot > 18
        || !text.substring(0, dot).chars().allMatch(c -> c >= '0' && c <= '9')) {
      throw new IllegalArgumentException("not a step of an order: ORDER.EVENT is expected");
    }
    return new ReadToken(Long.parseLong(text.substring(0, dot)), Step.of(text.substring(dot + 1)));
  }
}
