package phoneseller.brokenview.web;

import phoneseller.brokenview.projection.GossipingProjection;
import phoneseller.elsewhere.OtherService;

/** Is public, asks the projection instead of the tables, and another service as well. */
public final class MeddlingController {

  String ask() {
    return GossipingProjection.PATH + OtherService.NAME.length();
  }

  Class<?> asks() {
    return GossipingProjection.class;
  }

  Class<?> meddles() {
    return OtherService.class;
  }
}
