package phoneseller.pay.adapter.provider;

import java.nio.file.Path;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
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
  PaymentProvider paymentProvider(ProviderSettings settings, ProviderBooks books) {
    var sandbox = new SandboxProvider(settings.sandbox().lateAfter(), books);
    return new TimeLimitedProvider(sandbox, settings.timeLimit());
  }
}
