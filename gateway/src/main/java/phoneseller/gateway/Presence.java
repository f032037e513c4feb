package phoneseller.gateway;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Knows which services failed to answer last time; the log hears of each change once. */
@Component
final class Presence {

  private static final Logger log = LoggerFactory.getLogger(Presence.class);
  private final Set<String> missing = ConcurrentHashMap.newKeySet();

  void answered(String backend) {
    if (!missing.isEmpty() && missing.remove(backend)) {
      log.info("{} answers again", backend);
    }
  }

  void failed(String backend, Failure failure, Exception cause) {
    if (missing.add(backend)) {
      log.warn("{} gives no answer ({}): {}", backend, failure, cause.toString());
    }
  }
}
