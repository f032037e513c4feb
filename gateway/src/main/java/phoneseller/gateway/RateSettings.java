package phoneseller.gateway;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much anybody may ask. The defaults are those of a machine on which load is tried out.
 *
 * @param address of all requests from one address
 * @param person of all requests of one person, wherever they are
 * @param orders of orders of one person, or of one address without a person
 * @param remembered persons and addresses at a time; beyond that, those longest silent are
 *     forgotten
 */
@ConfigurationProperties("phoneseller.gateway.rate-limits")
record RateSettings(
    @DefaultValue Rate address,
    @DefaultValue Rate person,
    @DefaultValue Rate orders,
    @DefaultValue("20000") long remembered) {

  /**
   * @param requests at once, when nothing was asked before; and as many again in each period
   */
  record Rate(@DefaultValue("1000000") long requests, @DefaultValue("10s") Duration per) {

    Rate {
      if (requests < 1 || per.toSeconds() < 1) {
        throw new IllegalArgumentException(
            "a rate limit is at least one request in a period of at least a second");
      }
    }
  }
}
