package phoneseller.pay;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Takes payments, and undoes them. */
@SpringBootApplication
@ConfigurationPropertiesScan
class PayApplication {

  public static void main(String[] arguments) {
    SpringApplication.run(PayApplication.class, arguments);
  }
}
