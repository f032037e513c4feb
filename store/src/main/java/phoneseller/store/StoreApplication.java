package phoneseller.store;

import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.info.Info;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import phoneseller.store.domain.ShippingPolicy;

/** Ships orders. */
@SpringBootApplication
@OpenAPIDefinition(info = @Info(title = "Phoneseller store", version = "1.0.0"))
class StoreApplication {

  public static void main(String[] arguments) {
    SpringApplication.run(StoreApplication.class, arguments);
  }

  @Bean
  ShippingPolicy shippingPolicy(@Value("${store.shipping}") ShippingPolicy policy) {
    return policy;
  }
}
