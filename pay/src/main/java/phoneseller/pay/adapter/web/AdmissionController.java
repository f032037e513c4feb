package phoneseller.pay.adapter.web;

import io.swagger.v3.oas.annotations.Operation;
import java.time.Clock;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import phoneseller.pay.domain.Admission;
import phoneseller.pay.domain.PayLater;

/**
 * Tells callers whether asking for a payment is worth it, so that they refuse before they store.
 */
@RestController
class AdmissionController {

  private final Admission admission;
  private final Clock clock;

  AdmissionController(Admission admission, Clock clock) {
    this.admission = admission;
    this.clock = clock;
  }

  @Operation(summary = "Whether new payments are taken: 200, or 503 with Retry-After.")
  @GetMapping(path = "/payments/admission", produces = MediaType.APPLICATION_JSON_VALUE)
  Map<String, Boolean> admission() {
    admission
        .refusal(clock.instant())
        .ifPresent(retryAfter -> {
          throw new PayLater(retryAfter);
        });
    return Map.of("accepting", true);
  }
}
