package phoneseller.identity;

import java.util.Map;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** A service with endpoints that tell who has called. */
@SpringBootApplication(exclude = DataSourceAutoConfiguration.class)
class TestShop {

  @RestController
  static class Endpoints {

    @GetMapping("/orders/{id}")
    Map<String, String> one(@PathVariable String id, Caller caller) {
      return Map.of("name", caller.name(), "owner", caller.owner().orElse("everybody"));
    }

    @PostMapping("/orders")
    String place(Caller caller) {
      return caller.name();
    }

    /** No rule says who may. */
    @DeleteMapping("/orders/{id}")
    void delete(@PathVariable String id) {
      throw new ResponseStatusException(HttpStatus.GONE);
    }
  }
}
