package phoneseller.pay;

import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.info.Info;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Takes payments, and undoes them. */
@OpenAPIDefinition(info = @Info(title = "Phoneseller pay", version = "1.0.0"))
@SpringBootApplication
@ConfigurationPropertiesScan
class PayApplication {

  public static void main(String[] arguments) {
    SpringApplication.run(PayApplication.class, arguments);
  }
}
