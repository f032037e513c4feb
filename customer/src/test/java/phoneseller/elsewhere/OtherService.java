package phoneseller.elsewhere;

/** Belongs to another service. */
public final class OtherService {

  public static final String NAME = "other";

  private OtherService() {}
}
