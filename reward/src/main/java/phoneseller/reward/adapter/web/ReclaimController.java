package phoneseller.reward.adapter.web;

import io.swagger.v3.oas.annotations.Operation;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import phoneseller.http.Link;
import phoneseller.identity.Caller;
import phoneseller.reward.application.GivePointsBack;
import phoneseller.reward.application.ReclaimPoints;
import phoneseller.reward.application.Step;

/** The reclaim, and its undoing, that pay alone may ask for. */
@RestController
class ReclaimController {

  private static final Logger log = LoggerFactory.getLogger(ReclaimController.class);

  private final ReclaimPoints reclaimPoints;
  private final GivePointsBack givePointsBack;
  private final Clock clock;

  ReclaimController(ReclaimPoints reclaimPoints, GivePointsBack givePointsBack, Clock clock) {
    this.reclaimPoints = reclaimPoints;
    this.givePointsBack = givePointsBack;
    this.clock = clock;
  }

  @Operation(
      summary = "Takes an order's points back (process PayCancelled), or gives them back (Payed)",
      description =
          "For pay alone, which its service token shows; anybody else is told 409."
              + " Once per order: 201 with the new entry, 200 with the same entry when repeated."
              + " The ledger decides the points, whatever point says.")
  @PostMapping(path = "/rewards", produces = "application/json")
  ResponseEntity<EntryRepresentation> take(Caller caller, @RequestBody StepRequest request) {
    var order = request.order();
    var customer = request.customer();
    boolean takes = request.takes();
    if (!caller.isService("pay")) {
      throw new NotEntitled();
    }
    Step step =
        takes
            ? reclaimPoints.reclaim(order, customer, clock.instant())
            : givePointsBack.giveBack(order, clock.instant());
    long points = step.entry().entry().points().value();
    log.info("points of order {} {}: {}", order, takes ? "reclaimed" : "given back", points);
    var entry = EntryRepresentation.of(step.entry());
    return ResponseEntity.status(step.isNew() ? HttpStatus.CREATED : HttpStatus.OK)
        .header(HttpHeaders.LOCATION, Link.to("/rewards/" + entry.id()).href())
        .body(entry);
  }
}
