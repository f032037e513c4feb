package phoneseller.customer.projection;

/** A rebuild ends without a swap, for a reason that whoever asked for it can understand. */
final class Refused extends RuntimeException {

  private static final long serialVersionUID = 1;

  Refused(String reason) {
    super(reason);
  }
}
