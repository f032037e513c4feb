package phoneseller.gateway;

import static org.springframework.cloud.gateway.server.mvc.filter.BeforeFilterFunctions.uri;
import static org.springframework.cloud.gateway.server.mvc.handler.HandlerFunctions.http;
import static org.springframework.web.servlet.function.RequestPredicates.path;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.regex.Pattern;
import org.springframework.cloud.gateway.server.mvc.handler.GatewayRouterFunctions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** Which service owns which path. Everything else, the services' actuators too, is unknown here. */
@Configuration(proxyBeanMethods = false)
class Routes {

  /** The name of this process among the services. */
  static final String GATEWAY = "gateway";

  /** Dots, empty segments, parameters and encoded separators: paths that mean two things. */
  private static final Pattern AMBIGUOUS =
      Pattern.compile("//|;|\\\\|(?i:%2f|%5c|%3b|%25)|/(?i:\\.|%2e){1,2}(/|$)");

  @Bean
  RouterFunction<ServerResponse> shop(GatewaySettings settings) {
    var backends = settings.backends();
    return route("app", "/orders/**", backends.app())
        .and(route("app", "/phones/**", backends.app()))
        .and(route("pay", "/payments/**", backends.pay()))
        .and(route("customer", "/customers/**", backends.customer()))
        .and(route("store", "/storeManages/**", backends.store()))
        .and(route("reward", "/rewards/**", backends.reward()));
  }

  private static RouterFunction<ServerResponse> route(String backend, String pattern, URI url) {
    return GatewayRouterFunctions.route(backend)
        .route(path(pattern).and(Routes::isPlain), http())
        .before(uri(url))
        .build();
  }

  static boolean isPlain(ServerRequest request) {
    return isPlain(request.servletRequest());
  }

  static boolean isPlain(HttpServletRequest request) {
    return !AMBIGUOUS.matcher(request.getRequestURI()).find();
  }
}
