package phoneseller.pay.adapter.http;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How reward's load is watched.
 *
 * @param every a look at it
 * @param answerWithin after which a look counts as failed
 * @param slowFrom after which an answer counts as slow
 * @param wellAfter so many good looks in a row; until then a reward that was away still counts as
 *     down
 * @param longestRefusal of new payments at a stretch; a reward overloaded for longer counts as down
 * @param breaker whose being open refuses new payments
 */
@ConfigurationProperties("pay.watch")
record WatchSettings(
    Duration every,
    Duration answerWithin,
    Duration slowFrom,
    int wellAfter,
    Duration longestRefusal,
    BreakerSettings breaker) {}
