package phoneseller.gateway;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import phoneseller.gateway.session.Person;
import phoneseller.http.Problem;
import phoneseller.http.RequestPath;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps anybody from asking so much that others are not served. The address counts before anything
 * is done for a request, the person as soon as it is known who asks; orders have a budget of their
 * own. Every answer says what remains.
 */
@Component
@EnableConfigurationProperties(RateSettings.class)
final class RateLimits {

  static final String POLICY_HEADER = "RateLimit-Policy";
  static final String STATE_HEADER = "RateLimit";

  private final RateLimit address;
  private final RateLimit person;
  private final RateLimit orders;
  private final Counter refused;
  private final JsonMapper json;

  RateLimits(RateSettings settings, JsonMapper json, MeterRegistry meters) {
    this.address = new RateLimit("address", settings.address(), settings.remembered());
    this.person = new RateLimit("person", settings.person(), settings.remembered());
    this.orders = new RateLimit("orders", settings.orders(), settings.remembered());
    this.refused =
        Counter.builder("gateway.rate.limited")
            .description("Requests refused because the caller had asked too much")
            .register(meters);
    this.json = json;
  }

  void byAddress(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (RequestPath.isActuator((HttpServletRequest) request)
        || isWithin(address, Address.of(request), response)) {
      chain.doFilter(request, response);
    }
  }

  void byPerson(ServletRequest servletRequest, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    var request = (HttpServletRequest) servletRequest;
    var who = Person.of(request).map(Person::name);
    if (who.isPresent() && !isWithin(person, who.get(), response)) {
      return;
    }
    if (isOrder(request) && !isWithin(orders, who.orElseGet(() -> Address.of(request)), response)) {
      return;
    }
    chain.doFilter(request, response);
  }

  private static boolean isOrder(HttpServletRequest request) {
    return request.getMethod().equals("POST") && request.getRequestURI().startsWith("/orders");
  }

  private boolean isWithin(RateLimit limit, String whose, ServletResponse servletResponse)
      throws IOException {
    var response = (HttpServletResponse) servletResponse;
    var probe = limit.take(whose);
    response.addHeader(POLICY_HEADER, limit.policy());
    response.addHeader(STATE_HEADER, limit.state(probe));
    if (!probe.isConsumed()) {
      refused.increment();
      response.setHeader(
          HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, RateLimit.seconds(probe))));
      Problem.write(
          Problem.of(
              HttpStatus.TOO_MANY_REQUESTS,
              "These were too many requests in too short a time. Nothing was done; please try"
                  + " again a little later."),
          response,
          json);
    }
    return probe.isConsumed();
  }
}
