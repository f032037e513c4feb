package phoneseller.http;

/** Something that a service cannot do without is nowhere set; its message names it, on one line. */
public final class MissingSetting extends IllegalArgumentException {

  private static final long serialVersionUID = 1;

  public MissingSetting(String message) {
    super(message);
  }
}
