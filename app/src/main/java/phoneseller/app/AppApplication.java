package phoneseller.app;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Takes orders. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
class AppApplication {

  public static void main(String[] arguments) {
    SpringApplication.run(AppApplication.class, arguments);
  }
}
