package phoneseller.reward;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Keeps the points. */
@SpringBootApplication
@ConfigurationPropertiesScan
class RewardApplication {

  public static void main(String[] arguments) {
    SpringApplication.run(RewardApplication.class, arguments);
  }
}
