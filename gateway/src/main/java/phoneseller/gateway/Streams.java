package phoneseller.gateway;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import phoneseller.gateway.session.Person;
import phoneseller.http.Problem;
import phoneseller.http.RetryAfter;
import tools.jackson.databind.json.JsonMapper;

/**
 * Lets pages follow the customers' view as it changes. A stream stays open for minutes, so it takes
 * none of the places of requests in flight, but one of its own: so many in all, and so many of one
 * person.
 */
@Component
final class Streams {

  private static final String PATH = "/customers";
  private static final long RETRY_SECONDS = 5;

  private final StreamPlaces places;
  private final StreamRelay relay;
  private final JsonMapper json;

  Streams(GatewaySettings settings, StreamRelay relay, JsonMapper json, MeterRegistry meters) {
    this.places = new StreamPlaces(settings.streams().most(), settings.streams().each());
    this.relay = relay;
    this.json = json;
    Gauge.builder("gateway.streams", places, StreamPlaces::taken)
        .description("Streams of events that are open")
        .register(meters);
  }

  void pass(ServletRequest servletRequest, ServletResponse servletResponse, FilterChain chain)
      throws IOException, ServletException {
    var request = (HttpServletRequest) servletRequest;
    var response = (HttpServletResponse) servletResponse;
    if (!isStream(request)) {
      chain.doFilter(request, response);
      return;
    }
    String whose = Person.of(request).map(Person::name).orElseGet(request::getRemoteAddr);
    if (!places.take(whose)) {
      refuse(
          response,
          HttpStatus.TOO_MANY_REQUESTS,
          "Too many streams are open. Please close some, or ask from time to time instead.");
      return;
    }
    try {
      Failure failure = relay.pass(request, response);
      if (failure != null) {
        refuse(response, failure.status(), failure.detail());
      }
    } finally {
      places.giveBack(whose);
    }
  }

  private static boolean isStream(HttpServletRequest request) {
    String path = request.getRequestURI();
    return path.startsWith(PATH)
        && (path.length() == PATH.length() || path.charAt(PATH.length()) == '/')
        && request.getMethod().equals("GET")
        && takesEvents(request.getHeader(HttpHeaders.ACCEPT))
        && Routes.isPlain(request);
  }

  private static boolean takesEvents(@Nullable String accept) {
    return accept != null && accept.contains(MediaType.TEXT_EVENT_STREAM_VALUE);
  }

  private void refuse(HttpServletResponse response, HttpStatus status, String detail)
      throws IOException {
    response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(RetryAfter.spread(RETRY_SECONDS)));
    Problem.write(Problem.of(status, detail), response, json);
  }
}
