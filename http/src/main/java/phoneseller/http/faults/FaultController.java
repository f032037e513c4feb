package phoneseller.http.faults;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import phoneseller.http.Problem;
import phoneseller.http.Unacceptable;

/** Switches faults on and off, for the service's requests or for one of its parts. */
@RestController
@RequestMapping("/actuator/faults")
final class FaultController {

  private static final Logger log = LoggerFactory.getLogger(FaultController.class);

  private final FaultSwitches switches;
  private final InstantSource clock;

  FaultController(FaultSwitches switches, InstantSource clock) {
    this.switches = switches;
    this.clock = clock;
  }

  /** What is to be wrong, and for how long; and, in an answer, what is left of it. */
  record Order(
      @Nullable String latency,
      @Nullable Integer errors,
      @JsonProperty("for") @Nullable String time) {

    Fault from(InstantSource clock) {
      var ends = time == null ? null : clock.instant().plus(positive("for", time));
      return new Fault(
          latency == null ? Duration.ZERO : duration("latency", latency),
          errors == null ? 0 : errors,
          ends);
    }

    static Order of(Fault fault, InstantSource clock) {
      var until = fault.until();
      long left = until == null ? 0 : Duration.between(clock.instant(), until).toMillis();
      return new Order(
          fault.latency().toMillis() + "ms",
          fault.errors(),
          until == null ? null : (left + 999) / 1000 + "s");
    }

    private static Duration positive(String field, String text) {
      var found = duration(field, text);
      if (!found.isPositive()) {
        throw new Unacceptable(field, "is above 0");
      }
      return found;
    }

    private static Duration duration(String field, String text) {
      try {
        return DurationStyle.detectAndParse(text.strip());
      } catch (IllegalArgumentException e) {
        throw new Unacceptable(field, "is a time such as 800ms, 40s or 5m");
      }
    }
  }

  @GetMapping
  Status requests() {
    return Status.of(switches.requests(), clock);
  }

  @PostMapping
  Status faultyRequests(@RequestBody Order order) {
    return on("requests", switches.requests(), order);
  }

  @DeleteMapping
  Status soundRequests() {
    return off("requests", switches.requests());
  }

  @GetMapping("/{part}")
  Status part(@PathVariable String part) {
    return Status.of(existing(part), clock);
  }

  @PostMapping("/{part}")
  Status faultyPart(@PathVariable String part, @RequestBody Order order) {
    return on(part, existing(part), order);
  }

  @DeleteMapping("/{part}")
  Status soundPart(@PathVariable String part) {
    return off(part, existing(part));
  }

  private Status on(String what, FaultSwitch found, Order order) {
    found.on(order.from(clock));
    var status = Status.of(found, clock);
    log.warn("a fault is switched on for {}: {}", what, status);
    return status;
  }

  private Status off(String what, FaultSwitch found) {
    found.off();
    log.warn("the fault is switched off for {}", what);
    return Status.of(found, clock);
  }

  private FaultSwitch existing(String part) {
    return switches.find(part).orElseThrow(NoSuchPart::new);
  }

  /** Whether a fault is on, and which. */
  record Status(boolean on, @Nullable Order fault) {
    static Status of(FaultSwitch found, InstantSource clock) {
      Optional<Order> fault = found.fault().map(on -> Order.of(on, clock));
      return new Status(fault.isPresent(), fault.orElse(null));
    }
  }

  static final class NoSuchPart extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  @ExceptionHandler
  ProblemDetail noSuchPart(NoSuchPart e) {
    return Problem.of(HttpStatus.NOT_FOUND, "There is no such part.");
  }
}
