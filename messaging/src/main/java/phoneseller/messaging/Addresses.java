package phoneseller.messaging;

import java.util.List;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import phoneseller.http.MissingSetting;

/**
 * Asks, before anything else, where the service's database and brokers are: nothing starts on a
 * database in memory because nobody named another.
 */
final class Addresses implements BeanFactoryPostProcessor {

  private final Binder settings;

  Addresses(Environment environment) {
    this.settings = Binder.get(environment);
  }

  @Override
  public void postProcessBeanFactory(ConfigurableListableBeanFactory service) {
    check(
        settings.bind("spring.datasource.url", String.class).orElse(""),
        settings
            .bind("spring.kafka.bootstrap-servers", Bindable.listOf(String.class))
            .orElse(List.of()));
  }

  static void check(String database, List<String> brokers) {
    if (!database.startsWith("jdbc:")) {
      throw new MissingSetting(
          "spring.datasource.url (SPRING_DATASOURCE_URL) is missing or malformed: where the"
              + " database is, such as jdbc:postgresql://HOST/DATABASE");
    }
    if (brokers.isEmpty()
        || !brokers.stream().allMatch(server -> server.strip().matches("[^\\s:/]+:\\d{1,5}"))) {
      throw new MissingSetting(
          "spring.kafka.bootstrap-servers (SPRING_KAFKA_BOOTSTRAP_SERVERS) is missing or malformed:"
              + " where the brokers are, HOST:PORT,HOST:PORT");
    }
  }
}
