package phoneseller.messaging;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import phoneseller.http.CardNumber;
import phoneseller.http.OperatorChange;
import phoneseller.http.Problem;
import phoneseller.http.Unacceptable;

/** For operators: this service's dead letters, one reading of them at a time. */
@RestController
@RequestMapping("/actuator/deadletters")
final class DeadLetterController {

  private static final Logger log = LoggerFactory.getLogger(DeadLetterController.class);
  private static final int MOST = 500;
  private static final int LONGEST_WHY = 200;
  private static final Duration TIME_LIMIT = Duration.ofSeconds(8);
  private static final Pattern UNPRINTABLE = Pattern.compile("\\p{Cntrl}");

  private final MessagingProperties settings;
  private final Supplier<Consumer<String, byte[]>> connection;
  private final Producer<String, byte[]> producer;
  private final ReentrantLock reading = new ReentrantLock();

  DeadLetterController(
      MessagingProperties settings,
      Supplier<Consumer<String, byte[]>> connection,
      Producer<String, byte[]> producer) {
    this.settings = settings;
    this.connection = connection;
    this.producer = producer;
  }

  /** Which one, and why. */
  record Order(@Nullable String id, @Nullable String why) {

    String existingId() {
      if (id == null || id.isBlank()) {
        throw new Unacceptable("id", "is missing");
      }
      return id;
    }

    String givenWhy() {
      if (why == null || why.isBlank()) {
        throw new Unacceptable("why", "is missing");
      }
      if (why.length() > LONGEST_WHY || UNPRINTABLE.matcher(why).find()) {
        throw new Unacceptable("why", "is one line of at most " + LONGEST_WHY + " characters");
      }
      return CardNumber.refused("why", why.strip());
    }
  }

  /** The first five hundred, in the order in which they were parked in each partition. */
  @GetMapping
  List<DeadLetter> list() {
    var own = settings.service() + "/";
    return with(box ->
        List.copyOf(box.open(id -> id.startsWith(own), DeadLetter::of, MOST, TIME_LIMIT).values()));
  }

  @PostMapping("/replay")
  DeadLetter replay(@RequestBody Order order, HttpServletRequest request) {
    var id = order.existingId();
    return with(box -> {
      var letter = existing(box, id);
      box.replay(letter);
      new OperatorChange("replay of a dead letter", id, order.why).note(request);
      return DeadLetter.of(letter);
    });
  }

  @PostMapping("/explain")
  DeadLetter explain(@RequestBody Order order, HttpServletRequest request) {
    var id = order.existingId();
    var why = order.givenWhy();
    return with(box -> {
      var letter = existing(box, id);
      box.explain(letter, why);
      new OperatorChange("explanation of a dead letter", id, why).note(request);
      return DeadLetter.of(letter).explained(why);
    });
  }

  private interface Use<T> {
    T of(DeadLetterBox box) throws ExecutionException, InterruptedException;
  }

  private <T> T with(Use<T> use) {
    reading.lock();
    try (var consumer = connection.get()) {
      return use.of(new DeadLetterBox(settings.deadLetterTopic(), consumer, producer));
    } catch (ExecutionException e) {
      throw new KafkaException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new KafkaException(e);
    } finally {
      reading.unlock();
    }
  }

  private ConsumerRecord<String, byte[]> existing(DeadLetterBox box, String id) {
    if (id.startsWith(settings.service() + "/")) {
      for (var letter : box.open(id::equals, found -> found, 1, TIME_LIMIT).values()) {
        return letter;
      }
    }
    throw new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no such dead letter.");
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> brokerAway(KafkaException e) {
    log.warn("the dead letters cannot be reached: {}", e.toString());
    return Problem.later(
        HttpStatus.SERVICE_UNAVAILABLE,
        "The broker cannot be reached for the moment. To ask again is harmless.",
        5);
  }
}
