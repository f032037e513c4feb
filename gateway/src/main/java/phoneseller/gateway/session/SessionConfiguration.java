package phoneseller.gateway.session;

import jakarta.servlet.Filter;
import java.time.InstantSource;
import java.util.Objects;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import phoneseller.identity.IdentitySettings;
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
  Provider provider(IdentitySettings identity, SessionSettings settings) {
    return new Provider(Objects.requireNonNullElse(identity.issuer(), ""), settings.login());
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

  /**
   * Keeps Spring Security's chain out of the way of requests: who asks is found out at the
   * entrance, and a guest's request costs nothing there.
   */
  @Bean
  FilterRegistrationBean<Filter> noChain(
      @Qualifier("springSecurityFilterChain") Filter springSecurityFilterChain) {
    var registration = new FilterRegistrationBean<>(springSecurityFilterChain);
    registration.setEnabled(false);
    return registration;
  }
}
