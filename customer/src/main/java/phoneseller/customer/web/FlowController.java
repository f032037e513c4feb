package phoneseller.customer.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where the orders of the shop stand, for its operator. */
@RestController
@Tag(name = "customers")
class FlowController {

  private final Flows flows;

  FlowController(Flows flows) {
    this.flows = flows;
  }

  @GetMapping(path = "/customers/flow", produces = "application/json")
  @Operation(
      summary = "How many orders stand at which step, and which of them wait longest",
      description =
          "Complete: shipped with points known, or with nothing to earn; or cancelled and refunded;"
              + " or not paid.")
  Flow flow() {
    return flows.now();
  }
}
