package phoneseller.chaos;

import java.time.Duration;

/**
 * One order of a steady load, and its answer.
 *
 * @param at when it was due, from the beginning of the load
 * @param took from when it was due, so that waiting in front of the shop counts
 * @param status 0 when there was no answer
 */
record Shot(String key, Duration at, Duration took, int status, long order, boolean saysWhen) {

  boolean isTaken() {
    return status == 201 || status == 202;
  }

  boolean isRefused() {
    return status == 503;
  }

  Duration until() {
    return at.plus(took);
  }
}
