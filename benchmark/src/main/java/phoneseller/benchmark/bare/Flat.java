package phoneseller.benchmark.bare;

/** JSON without depth, read only where it is asked for. */
record Flat(String json) {

  String type() {
    return text("eventType");
  }

  /** The order that an event is about. */
  long order() {
    return json.contains("\"orderId\":") ? number("orderId") : number("id");
  }

  String text(String name) {
    int begin = begin(name) + 1;
    return json.substring(begin, json.indexOf('"', begin));
  }

  long number(String name) {
    int begin = begin(name);
    int end = begin;
    while (end < json.length() && "-0123456789".indexOf(json.charAt(end)) >= 0) {
      end++;
    }
    return Long.parseLong(json, begin, end, 10);
  }

  private int begin(String name) {
    int at = json.indexOf("\"" + name + "\":");
    if (at < 0) {
      throw new IllegalArgumentException("no " + name + " in " + json);
    }
    return at + name.length() + 3;
  }
}
