package phoneseller.pay.adapter.http;

import java.net.URI;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** Where reward is; in a container the environment variable {@code configurl} says so. */
@ConfigurationProperties("api.url")
record RewardAddress(@Nullable URI reward) {

  RewardAddress {
    if (reward == null || reward.getHost() == null) {
      throw new IllegalArgumentException(
          "api.url.reward is missing. In a container the environment variable configurl gives it,"
              + " such as http://reward:8080");
    }
  }

  URI uri() {
    return Objects.requireNonNull(reward);
  }
}
