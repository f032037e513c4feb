package phoneseller.app;

import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.info.Info;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Takes orders. */
@OpenAPIDefinition(info = @Info(title = "Phoneseller app", version = "1.0.0"))
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
class AppApplication {

  public static void main(String[] arguments) {
    SpringApplication.run(AppApplication.class, arguments);
  }
}
