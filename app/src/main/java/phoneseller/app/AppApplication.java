package phoneseller.app;

import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.info.Info;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.annotation.EnableScheduling;
import phoneseller.app.domain.Assortment;

/** Takes orders. */
@OpenAPIDefinition(info = @Info(title = "Phoneseller app", version = "1.0.0"))
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
class AppApplication {

  public static void main(String[] arguments) {
    SpringApplication.run(AppApplication.class, arguments);
  }

  @Bean
  Assortment assortment(@Value("${catalogue.strict}") boolean strict) {
    return strict ? Assortment.CATALOGUE_ONLY : Assortment.ANYTHING;
  }
}
