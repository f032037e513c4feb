package phoneseller.broken.application;

import java.time.Instant;

/** Breaks "time enters as a parameter". */
public class AskingTheClock {

  Instant when() {
    return Instant.now();
  }
}
