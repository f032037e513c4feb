package phoneseller.messaging;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Which database is the service's own: where nobody says so, it does not start on one in memory.
 */
@ConfigurationProperties("spring.datasource")
record DatabaseAddress(@Nullable String url) {

  DatabaseAddress {
    if (url == null || !url.startsWith("jdbc:")) {
      throw new IllegalArgumentException(
          "spring.datasource.url (SPRING_DATASOURCE_URL) is missing: jdbc:postgresql://HOST/DATABASE");
    }
  }
}
