package phoneseller.customer;

import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.info.Info;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Shows customers their orders. */
@SpringBootApplication
@EnableScheduling
@OpenAPIDefinition(info = @Info(title = "Phoneseller customer", version = "1.0.0"))
class CustomerApplication {

  public static void main(String[] arguments) {
    SpringApplication.run(CustomerApplication.class, arguments);
  }
}
