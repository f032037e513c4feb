package phoneseller.chaos;

import java.time.Duration;

/** What can be wrong with a shop, and for how long. */
public enum Kind {
  KILL("killed, started again", 5, 0, 8, 15),
  STOP("stopped, started again", 2, 0, 8, 15),
  PAUSE("held still, goes on", 4, 1, 15, 3),
  TWO_AT_ONCE("two killed at once", 2, 1, 6, 15),
  BROKER_AWAY("the broker is long away", 1, 20, 40, 15),
  SECOND_INSTANCE("a second instance comes and is killed", 2, 15, 30, 1),
  CUT("connection cut", 3, 1, 15, 1),
  STALL("connection stalls", 3, 1, 15, 1),
  DELAY("connection is slow", 3, 1, 15, 1),
  HALF_ANSWERS("answers end in their middle", 3, 1, 15, 1),
  SLOW("service is slow", 2, 5, 15, 1),
  ERRORS("service answers errors", 1, 5, 15, 1),
  PROVIDER_SLOW("payment provider is slow", 1, 3, 12, 1),
  PROVIDER_SILENT("payment provider is silent", 1, 3, 12, 1),
  DUPLICATES("events come again", 2, 1, 2, 1),
  REORDER("events come again in disorder", 2, 1, 2, 1);

  private final String sentence;
  private final int weight;
  private final Duration shortest;
  private final Duration longest;
  private final Duration rest;

  Kind(String sentence, int weight, int shortest, int longest, int rest) {
    this.sentence = sentence;
    this.weight = weight;
    this.shortest = Duration.ofSeconds(shortest);
    this.longest = Duration.ofSeconds(longest);
    this.rest = Duration.ofSeconds(rest);
  }

  String sentence() {
    return sentence;
  }

  /** How often it comes, compared with the others. */
  int weight() {
    return weight;
  }

  Duration shortest() {
    return shortest;
  }

  Duration longest() {
    return longest;
  }

  /** How long its target is left alone afterwards: a process needs time to start. */
  Duration rest() {
    return rest;
  }
}
