package phoneseller.gateway;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.cloud.gateway.server.mvc.filter.HttpHeadersFilter.RequestHttpHeadersFilter;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.ServerRequest;
import phoneseller.gateway.session.Person;
import phoneseller.http.Correlation;

/**
 * Tells the service who asks, how the client reached the shop, so that links lead back here, and
 * which correlation the request has. What the client itself claims about that is dropped, and its
 * cookies end here.
 */
@Component
final class Handover implements RequestHttpHeadersFilter, Ordered {

  private static final Set<String> CLAIMS = Set.of("forwarded", "x-real-ip", "expect", "cookie");

  @Override
  public HttpHeaders apply(HttpHeaders input, ServerRequest request) {
    var meantForThisHop = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    for (String names : request.headers().header(HttpHeaders.CONNECTION)) {
      for (String name : names.split(",", -1)) {
        meantForThisHop.add(name.strip());
      }
    }
    var headers = new HttpHeaders();
    input.forEach((name, values) -> {
      if (!meantForThisHop.contains(name) && !isClaim(name.toLowerCase(Locale.ROOT))) {
        headers.addAll(name, values);
      }
    });
    introduce(headers, request.servletRequest());
    return headers;
  }

  /** Adds what the gateway itself says of a request, whatever else is passed on of it. */
  static void introduce(HttpHeaders headers, HttpServletRequest reached) {
    headers.set("X-Forwarded-For", reached.getRemoteAddr());
    headers.set("X-Forwarded-Proto", reached.getScheme());
    headers.set("X-Forwarded-Host", host(reached));
    headers.set("X-Forwarded-Port", Integer.toString(reached.getServerPort()));
    String contentType = reached.getHeader(HttpHeaders.CONTENT_TYPE);
    if (contentType != null) {
      headers.set(HttpHeaders.CONTENT_TYPE, contentType);
    }
    Person.of(reached).ifPresent(person -> headers.setBearerAuth(person.bearer()));
    var correlation = Correlation.current();
    headers.set(Correlation.ID_HEADER, correlation.id());
    headers.set(Correlation.TRACE_HEADER, correlation.traceparent());
  }

  private static String host(HttpServletRequest reached) {
    int usual = reached.isSecure() ? 443 : 80;
    return reached.getServerPort() == usual
        ? reached.getServerName()
        : reached.getServerName() + ":" + reached.getServerPort();
  }

  private static boolean isClaim(String name) {
    return name.startsWith("x-forwarded-") || CLAIMS.contains(name);
  }

  /** After the filters that take such headers away. */
  @Override
  public int getOrder() {
    return LOWEST_PRECEDENCE;
  }
}
