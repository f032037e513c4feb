package phoneseller.benchmark.spring;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Reads an order and writes one, as app and customer do, and keeps nothing: what is left of an
 * answer's cost when the shop is taken out of it. It runs on the libraries that app ships with.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@ImportAutoConfiguration({
  PropertyPlaceholderAutoConfiguration.class,
  JacksonAutoConfiguration.class,
  HttpMessageConvertersAutoConfiguration.class,
  TomcatServletWebServerAutoConfiguration.class,
  DispatcherServletAutoConfiguration.class,
  WebMvcAutoConfiguration.class
})
@RestController
public class FrameworkOnly {

  private final AtomicLong orders = new AtomicLong();

  public static void main(String... words) {
    start(words);
  }

  static ConfigurableApplicationContext start(String... words) {
    return new SpringApplicationBuilder(FrameworkOnly.class)
        .properties(
            "server.address=127.0.0.1",
            "spring.threads.virtual.enabled=true",
            "spring.main.banner-mode=off")
        .run(words);
  }

  record Wanted(String item, int qty, @Nullable Long price, @Nullable String customerId) {}

  record Order(
      long id, String item, int qty, String status, @Nullable Long price, Map<String, URI> links) {

    static Order of(long id, Wanted wanted) {
      var self = URI.create("/orders/" + id);
      return new Order(
          id, wanted.item(), wanted.qty(), "Shipped", wanted.price(), Map.of("self", self));
    }
  }

  @PostMapping("/orders")
  ResponseEntity<Order> place(@RequestBody Wanted wanted) {
    var order = Order.of(orders.incrementAndGet(), wanted);
    return ResponseEntity.created(URI.create("/orders/" + order.id())).body(order);
  }

  @GetMapping("/customers/search/findByOrderId")
  Map<String, List<Order>> byOrder(@RequestParam long orderId) {
    return Map.of(
        "customers", List.of(Order.of(orderId, new Wanted("GX Note99", 1, 495_000L, null))));
  }

  @GetMapping("/actuator/health/readiness")
  String readiness() {
    return "UP";
  }
}
