package phoneseller.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.client.RestClient;

/** Something to ask for, and some ways to fail. */
@RestController
class EdgeController {

  static String lastRefused = "";

  private final RestClient.Builder clients;

  EdgeController(RestClient.Builder clients) {
    this.clients = clients;
  }

  record Thing(@Nullable String name, @Nullable Integer count) {}

  @PostMapping(path = "/things", consumes = MediaType.APPLICATION_JSON_VALUE)
  String create(@RequestBody Thing thing) {
    return String.valueOf(thing.count());
  }

  @GetMapping("/things/{id}")
  String find(@PathVariable long id, @RequestParam(required = false) @Nullable String name) {
    return id + " " + name;
  }

  @GetMapping("/needs-parameter")
  String needsParameter(@RequestParam String name) {
    return name;
  }

  @GetMapping(path = "/correlation", produces = MediaType.APPLICATION_JSON_VALUE)
  Correlation correlation() {
    return Correlation.current();
  }

  @GetMapping(path = "/received", produces = MediaType.APPLICATION_JSON_VALUE)
  Map<String, String> received(HttpServletRequest request) {
    return Map.of(
        "id", String.valueOf(request.getHeader("X-Correlation-Id")),
        "traceparent", String.valueOf(request.getHeader("traceparent")));
  }

  @GetMapping(path = "/passed-on", produces = MediaType.APPLICATION_JSON_VALUE)
  @Nullable String passedOn(HttpServletRequest request) {
    return clients
        .build()
        .get()
        .uri("http://localhost:" + request.getLocalPort() + "/received")
        .retrieve()
        .body(String.class);
  }

  @GetMapping("/refused")
  void refused(HttpServletResponse response) throws IOException {
    lastRefused = Correlation.current().id();
    response.sendError(418);
  }

  @GetMapping("/unacceptable")
  void unacceptable() {
    throw new Unacceptable("size", "is below 1");
  }

  @GetMapping("/broken")
  void broken() {
    throw new IllegalStateException("the secret inside");
  }
}
