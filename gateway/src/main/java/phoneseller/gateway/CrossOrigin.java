package phoneseller.gateway;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.DefaultCorsProcessor;
import org.springframework.web.filter.CorsFilter;
import phoneseller.http.Correlation;
import phoneseller.http.Problem;
import tools.jackson.databind.json.JsonMapper;

/** Lets pages of the allowed origins call the shop from a browser, and no others. */
@Configuration(proxyBeanMethods = false)
class CrossOrigin {

  @Bean
  FilterRegistrationBean<CorsFilter> corsFilter(GatewaySettings settings, JsonMapper json) {
    var allowed = new CorsConfiguration();
    allowed.setAllowedOriginPatterns(settings.allowedOrigins());
    allowed.setAllowedMethods(List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"));
    allowed.setAllowedHeaders(List.of(CorsConfiguration.ALL));
    allowed.setExposedHeaders(
        List.of(
            HttpHeaders.LOCATION,
            HttpHeaders.RETRY_AFTER,
            HttpHeaders.ETAG,
            Correlation.ID_HEADER,
            "RateLimit",
            "RateLimit-Policy",
            "X-Read-Token",
            "X-View-Stale",
            "X-View-As-Of"));
    allowed.setMaxAge(Duration.ofHours(1));
    var filter = new CorsFilter(_ -> allowed);
    filter.setCorsProcessor(new Processor(json));
    var registration = new FilterRegistrationBean<>(filter);
    registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 13);
    return registration;
  }

  private static final class Processor extends DefaultCorsProcessor {

    private final JsonMapper json;

    Processor(JsonMapper json) {
      this.json = json;
    }

    @Override
    protected void rejectRequest(ServerHttpResponse response) throws IOException {
      var problem = Problem.of(HttpStatus.FORBIDDEN, "Pages of this origin may not do this here.");
      response.setStatusCode(HttpStatus.FORBIDDEN);
      response.getHeaders().setContentType(MediaType.APPLICATION_PROBLEM_JSON);
      response.getBody().write(json.writeValueAsString(problem).getBytes(StandardCharsets.UTF_8));
      response.flush();
    }
  }
}
