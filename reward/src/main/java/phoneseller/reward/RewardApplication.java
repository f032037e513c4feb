package phoneseller.reward;

import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.info.Info;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Keeps the points. */
@SpringBootApplication
@OpenAPIDefinition(info = @Info(title = "Phoneseller reward", version = "1.0.0"))
@ConfigurationPropertiesScan
class RewardApplication {

  public static void main(String[] arguments) {
    SpringApplication.run(RewardApplication.class, arguments);
  }
}
