package phoneseller.pay.adapter.provider;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * @param timeLimit after which a call of the provider counts as unanswered
 * @param sandbox how the sandbox behaves
 */
@ConfigurationProperties("pay.provider")
record ProviderSettings(Duration timeLimit, Sandbox sandbox) {

  /**
   * @param lateAfter how long the answer to a charge of 408 won takes
   * @param journal the file that its books are kept in; blank: they are forgotten when it stops
   */
  record Sandbox(Duration lateAfter, String journal) {}
}
