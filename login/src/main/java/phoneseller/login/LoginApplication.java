package phoneseller.login;

import java.time.InstantSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/** Signs people in. */
@SpringBootApplication(proxyBeanMethods = false)
@EnableConfigurationProperties(LoginSettings.class)
public class LoginApplication {

  static void main(String[] arguments) {
    SpringApplication.run(LoginApplication.class, arguments);
  }

  @Bean
  InstantSource clock() {
    return InstantSource.system();
  }

  @Bean
  OwnerFolder folder(LoginSettings settings) {
    return OwnerFolder.at(settings.folder());
  }

  @Bean
  Accounts accounts(OwnerFolder folder) {
    return Accounts.in(folder);
  }

  @Bean
  SigningKey signingKey(OwnerFolder folder) {
    return SigningKey.in(folder);
  }
}
