package phoneseller.chaos;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashMap;
import java.util.Map;

/** The metrics of a process, summed over their tags. */
public final class Metrics {

  private Metrics() {}

  public static Map<String, Double> of(Member process) throws IOException {
    try {
      var request =
          HttpRequest.newBuilder(URI.create(process.url() + "/actuator/prometheus")).build();
      var sums = new HashMap<String, Double>();
      Shop.HTTP
          .send(request, BodyHandlers.ofString())
          .body()
          .lines()
          .filter(line -> !line.startsWith("#"))
          .forEach(line -> {
            String name = line.split("[{ ]", 2)[0];
            sums.merge(
                name, Double.valueOf(line.substring(line.lastIndexOf(' ') + 1)), Double::sum);
          });
      return sums;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }
}
