package phoneseller.pay.adapter.provider;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import phoneseller.http.Unacceptable;

/** Shows the books of the sandbox provider to whoever checks ours against them. */
@RestController
class JournalController {

  private final Optional<Journal> journal;

  JournalController(Optional<Journal> journal) {
    this.journal = journal;
  }

  @Operation(
      summary = "The sandbox provider's books, a line of JSON for each charge and refund",
      description =
          "From a byte on, so that a reader can go on where it stopped. 404: no books are kept.")
  @GetMapping(path = "/payments/provider/journal", produces = "application/x-ndjson")
  void lines(@RequestParam(defaultValue = "0") long from, HttpServletResponse response)
      throws IOException {
    var kept =
        journal.orElseThrow(
            () -> new ResponseStatusException(HttpStatus.NOT_FOUND, "No books are kept."));
    if (from < 0) {
      throw new Unacceptable("from", "is below 0");
    }
    response.setContentType("application/x-ndjson");
    kept.copy(from, response.getOutputStream());
  }
}
