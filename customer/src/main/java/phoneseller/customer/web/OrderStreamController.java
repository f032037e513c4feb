package phoneseller.customer.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import phoneseller.http.Problem;
import phoneseller.identity.Caller;

/** An order, followed by its customer while it happens. */
@RestController
@Tag(name = "customers")
class OrderStreamController {

  private static final long RETRY_AFTER_SECONDS = 5;

  private final OrderStreams streams;
  private final ReadTokenSettings patience;

  OrderStreamController(OrderStreams streams, ReadTokenSettings patience) {
    this.streams = streams;
    this.patience = patience;
  }

  @GetMapping(path = "/customers/{id}/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  @Operation(
      summary = "What happens to the order, as server-sent events",
      description =
          "Event order: the row as /customers/{id} has it, first and whenever it changes. Event"
              + " step: an entry of the timeline, first all of them, then each that is added, with"
              + " an id that it has in every stream. The stream ends after five minutes, or when the"
              + " service stops. An order not heard of within 300 ms is 404. Too many streams: 503.",
      responses =
          @ApiResponse(
              responseCode = "200",
              content =
                  @Content(
                      mediaType = MediaType.TEXT_EVENT_STREAM_VALUE,
                      schema = @Schema(type = "string"))))
  void events(
      Caller caller,
      @PathVariable long id,
      HttpServletRequest request,
      HttpServletResponse response)
      throws InterruptedException {
    if (!streams.begin(
        id,
        row -> caller.sees(row.customerId()),
        patience.patience(),
        () -> OpenRequest.of(request, response))) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND, "Nothing is known of order " + id);
    }
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> full(OrderStreams.NoPlace e) {
    return Problem.later(
        HttpStatus.SERVICE_UNAVAILABLE,
        "As many orders are being followed as can be. The order itself can be asked for as ever.",
        RETRY_AFTER_SECONDS);
  }
}
