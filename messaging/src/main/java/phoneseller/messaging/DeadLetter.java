package phoneseller.messaging;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * A record that a service could not process, as an operator is told of it: never its contents.
 *
 * @param type of the event, if the record says so
 * @param key the order's id, if it has one
 * @param at when it was parked
 * @param explanation why it may stay; absent until somebody says so
 */
record DeadLetter(
    String id,
    @Nullable String type,
    @Nullable String key,
    @Nullable String error,
    @Nullable String at,
    @JsonInclude(Include.NON_NULL) @Nullable String explanation) {

  static DeadLetter of(ConsumerRecord<String, byte[]> letter) {
    return new DeadLetter(
        letter.key(),
        EventHeaders.read(letter.headers(), EventHeaders.TYPE),
        EventHeaders.read(letter.headers(), DeadLetters.KEY),
        EventHeaders.read(letter.headers(), DeadLetters.ERROR),
        EventHeaders.read(letter.headers(), DeadLetters.AT),
        EventHeaders.read(letter.headers(), DeadLetters.EXPLANATION));
  }

  DeadLetter explained(String why) {
    return new DeadLetter(id, type, key, error, at, why);
  }
}
