package phoneseller.http;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** Gives each client of a peer its retry budget, to be seen in the metrics. */
public final class RetryBudgets {

  private final Settings settings;
  private final MeterRegistry meters;

  RetryBudgets(Settings settings, MeterRegistry meters) {
    this.settings = settings;
    this.meters = meters;
  }

  /**
   * @param saved the most repetitions in a row
   * @param earned what an answer adds; 0.1 allows one repetition for ten answers
   */
  @ConfigurationProperties("phoneseller.http.retries")
  record Settings(@DefaultValue("20") double saved, @DefaultValue("0.1") double earned) {}

  public RetryBudget towards(String peer) {
    var budget = new RetryBudget(settings.saved(), settings.earned());
    FunctionCounter.builder("http.client.retries", budget, RetryBudget::spent)
        .description("Calls repeated on a fresh connection")
        .tag("peer", peer)
        .tag("outcome", "repeated")
        .register(meters);
    FunctionCounter.builder("http.client.retries", budget, RetryBudget::denied)
        .description("Calls that were not repeated, as the budget was spent")
        .tag("peer", peer)
        .tag("outcome", "denied")
        .register(meters);
    return budget;
  }
}
