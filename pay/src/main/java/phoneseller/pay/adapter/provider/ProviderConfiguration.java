package phoneseller.pay.adapter.provider;

import java.nio.file.Path;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import phoneseller.http.faults.FaultSwitches;
import phoneseller.pay.domain.PaymentProvider;

@Configuration
class ProviderConfiguration {

  @Bean
  @ConditionalOnExpression("!'${pay.provider.sandbox.journal:}'.isBlank()")
  Journal providerJournal(ProviderSettings settings) {
    return new Journal(Path.of(settings.sandbox().journal()), ProviderBooks.bytesRemembered());
  }

  @Bean
  ProviderBooks providerBooks(Optional<Journal> journal) {
    return new ProviderBooks(journal.orElse(null));
  }

  @Bean
  PaymentProvider paymentProvider(
      ProviderSettings settings, ProviderBooks books, ObjectProvider<FaultSwitches> faults) {
    var sandbox = new SandboxProvider(settings.sandbox().lateAfter(), books);
    return new TimeLimitedProvider(switchable(sandbox, faults), settings.timeLimit());
  }

  /** Outside production alone there are fault switches. */
  private static PaymentProvider switchable(
      PaymentProvider provider, ObjectProvider<FaultSwitches> faults) {
    var switches = faults.getIfAvailable();
    return switches == null ? provider : new FaultyProvider(provider, switches.of("provider"));
  }
}
