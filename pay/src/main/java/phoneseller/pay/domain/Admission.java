package phoneseller.pay.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Whether payments are taken now; they are refused for a moment while points cannot keep up. */
public interface Admission {

  /** Empty when a payment may be asked for, otherwise after how long to try again. */
  Optional<Duration> refusal(Instant now);
}
