package phoneseller.gateway;

import static org.springframework.cloud.gateway.server.mvc.handler.HandlerFunctions.http;
import static org.springframework.web.servlet.function.RequestPredicates.methods;
import static org.springframework.web.servlet.function.RequestPredicates.path;

import java.net.URI;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.springframework.cloud.gateway.server.mvc.common.MvcUtils;
import org.springframework.cloud.gateway.server.mvc.handler.GatewayRouterFunctions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpMethod;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * What operators see and do at each service, through this door: a few endpoints of its actuator, by
 * names of their own. Whatever is not listed here is unknown here.
 */
@Configuration(proxyBeanMethods = false)
class OperationsRoutes {

  private static final String SERVICE = "service";
  private static final HttpMethod[] LOOK = {HttpMethod.GET};
  private static final HttpMethod[] ASK = {HttpMethod.POST};
  private static final HttpMethod[] LOOK_AND_ASK = {HttpMethod.GET, HttpMethod.POST};
  private static final HttpMethod[] SWITCH = {HttpMethod.GET, HttpMethod.POST, HttpMethod.DELETE};

  private final Map<String, URI> services;
  private final Environment environment;

  OperationsRoutes(GatewaySettings settings, Environment environment) {
    var backends = settings.backends();
    this.services =
        Map.of(
            "app", backends.app(),
            "pay", backends.pay(),
            "customer", backends.customer(),
            "store", backends.store(),
            "reward", backends.reward());
    this.environment = environment;
  }

  @Bean
  RouterFunction<ServerResponse> operations() {
    return route("/health", LOOK, _ -> "/actuator/health")
        .and(route("/metrics", LOOK, _ -> "/actuator/prometheus"))
        .and(route("/faults", SWITCH, _ -> "/actuator/faults"))
        .and(route("/faults/{part}", SWITCH, r -> "/actuator/faults/" + r.pathVariable("part")))
        .and(route("/deadletters", LOOK, _ -> "/actuator/deadletters"))
        .and(route("/deadletters/replay", ASK, _ -> "/actuator/deadletters/replay"))
        .and(route("/deadletters/explain", ASK, _ -> "/actuator/deadletters/explain"))
        .and(route("/rebuild", LOOK_AND_ASK, _ -> "/actuator/rebuild"));
  }

  private RouterFunction<ServerResponse> route(
      String endpoint, HttpMethod[] allowed, Function<ServerRequest, String> target) {
    return GatewayRouterFunctions.route("operations" + endpoint)
        .route(
            methods(allowed)
                .and(path("/operations/{service}" + endpoint))
                .and(Routes::isPlain)
                .and(this::isKnown),
            http())
        .before(request -> aimed(request, target.apply(request)))
        .build();
  }

  private boolean isKnown(ServerRequest request) {
    Set<String> names = services.keySet();
    String service = request.pathVariable(SERVICE);
    return names.contains(service) || service.equals(Routes.GATEWAY);
  }

  private ServerRequest aimed(ServerRequest request, String target) {
    String service = request.pathVariable(SERVICE);
    MvcUtils.setRequestUrl(request, services.getOrDefault(service, itself()));
    request.attributes().put(MvcUtils.GATEWAY_ROUTE_ID_ATTR, service);
    request.attributes().put(PassOn.TARGET, target);
    return request;
  }

  private URI itself() {
    String port = Objects.requireNonNull(environment.getProperty("local.server.port"));
    return URI.create("http://127.0.0.1:" + port);
  }
}
