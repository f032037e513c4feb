package phoneseller.gateway.session;

import java.time.InstantSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** Puts the parts of signing in together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SessionSettings.class)
class SessionConfiguration {

  private static final InstantSource CLOCK = InstantSource.system();

  @Bean
  Seal seal(SessionSettings settings, JsonMapper json) {
    return new Seal(settings.key(), json);
  }

  @Bean
  SessionCookie sessionCookie(Seal seal) {
    return new SessionCookie(seal, CLOCK);
  }

  @Bean
  Provider provider(
      @Value("${phoneseller.identity.issuer:}") String issuer, SessionSettings settings) {
    return new Provider(issuer, settings.login());
  }

  @Bean
  Sessions sessions(Bearers bearers, SessionSettings settings) {
    return new Sessions(bearers, settings.login().longest(), CLOCK);
  }

  @Bean
  SignIn signIn(Provider provider, Sessions sessions) {
    return new SignIn(provider, sessions, CLOCK);
  }

  @Bean
  SignOut signOut(Provider provider, SessionSettings settings) {
    return new SignOut(provider, settings.login());
  }

  @Bean
  Renewal renewal(Provider provider, Sessions sessions, SessionSettings settings) {
    return new Renewal(provider, sessions, settings.login().early(), CLOCK);
  }
}
