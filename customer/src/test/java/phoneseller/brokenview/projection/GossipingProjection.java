package phoneseller.brokenview.projection;

import phoneseller.http.Link;

/** Fills tables with links, which only the web can know. */
public final class GossipingProjection {

  public static final String PATH = "/customers";

  private GossipingProjection() {}

  static Link link() {
    return new Link(PATH);
  }
}
