package phoneseller.pay.adapter.http;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How reward is called for its points.
 *
 * @param connectWithin after which it counts as not reached
 * @param answerWithin after which its answer counts as lost
 * @param slowFrom after which it counts as slow
 * @param connections open at a time
 * @param breaker answers for a reward that is away
 */
@ConfigurationProperties("pay.reward")
record RewardSettings(
    Duration connectWithin,
    Duration answerWithin,
    Duration slowFrom,
    int connections,
    BreakerSettings breaker) {}
