package phoneseller.pay.adapter.settlement;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * @param every how often to look for what is due, also when nobody wakes the settlement
 * @param atOnce attempts at a time, for each counterparty
 * @param lease how long an attempt keeps others off; longer than any one step of it
 * @param firstPause after a failed first attempt; it doubles from then on
 * @param longestPause that it never exceeds
 */
@ConfigurationProperties("pay.settlement")
record SettlementSettings(
    Duration every, int atOnce, Duration lease, Duration firstPause, Duration longestPause) {}
