package phoneseller.system;

/**
 * A place between two steps at which a service dies.
 *
 * @param trigger what the customer does that leads there
 * @param where Byteman's words for the place in the method
 * @param condition that this passage is the one meant
 */
record CrashPoint(
    String story,
    String service,
    Trigger trigger,
    String type,
    String method,
    String where,
    String condition) {

  enum Trigger {
    PLACE,
    CANCEL,
    CANCEL_PAYMENT
  }

  static CrashPoint of(
      String story, String service, Trigger trigger, String type, String method, String where) {
    return new CrashPoint(story, service, trigger, type, method, where, "TRUE");
  }

  CrashPoint onlyIf(String passage) {
    return new CrashPoint(story, service, trigger, type, method, where, passage);
  }

  String rule() {
    return """
    RULE %s
    CLASS %s
    METHOD %s
    %s
    IF %s
    DO killJVM()
    ENDRULE
    """
        .formatted(story, type, method, where, condition);
  }

  @Override
  public String toString() {
    return service + " dies " + story;
  }
}
