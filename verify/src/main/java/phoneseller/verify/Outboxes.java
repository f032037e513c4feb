package phoneseller.verify;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** How long the oldest event of each service has waited to be published. */
final class Outboxes {

  private static final double LONGEST_SECONDS = 60;
  private static final String AGE = "outbox_oldest_age_seconds";

  private final Shop shop;
  private final Map<String, URI> services = new LinkedHashMap<>();

  Outboxes(Shop shop, Addresses at) {
    this.shop = shop;
    services.put("app", at.app());
    services.put("pay", at.pay());
    services.put("store", at.store());
    services.put("reward", at.reward());
    services.put("customer", at.customer());
  }

  List<Finding> late() {
    var late = new ArrayList<Finding>();
    services.forEach((name, address) -> {
      var metrics = Join.list(address, "actuator/prometheus");
      double age =
          shop.get(metrics, Outboxes::age)
              .orElse(OptionalDouble.empty())
              .orElseThrow(() -> new CannotVerify(metrics + " does not tell " + AGE));
      if (age > LONGEST_SECONDS) {
        late.add(
            new Finding(
                Invariant.OUTBOX, 0, "an event of %s has waited for %.0f s".formatted(name, age)));
      }
    });
    return late;
  }

  private static OptionalDouble age(InputStream metrics) throws IOException {
    return new String(metrics.readAllBytes(), StandardCharsets.UTF_8)
        .lines()
        .filter(line -> line.startsWith(AGE))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .max();
  }
}
