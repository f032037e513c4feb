package phoneseller.identity;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.ManagementWebSecurityAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.web.OAuth2ResourceServerWebSecurityAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.handler.MappedInterceptor;
import tools.jackson.databind.json.JsonMapper;

/** Makes whoever has it on the class path ask who calls, and whether they may. */
@AutoConfiguration(
    before = {
      ServletWebSecurityAutoConfiguration.class,
      ManagementWebSecurityAutoConfiguration.class,
      OAuth2ResourceServerWebSecurityAutoConfiguration.class
    })
@EnableConfigurationProperties({IdentitySettings.class, ServiceSecret.class})
class IdentityConfiguration {

  @Bean
  TokenAuthentication tokenAuthentication(IdentitySettings settings, ServiceSecret secret) {
    var clock = InstantSource.system();
    var decoders = new HashMap<String, JwtDecoder>();
    var issuer = settings.issuer();
    if (issuer != null) {
      var keys = new ProviderKeys(new ProviderAddress(settings)::keys, clock);
      decoders.put(issuer, TokenChecks.ofPersons(issuer, settings.audience(), keys));
    }
    var known =
        settings.serviceTokens() == IdentitySettings.Need.REQUIRED ? secret.needed() : secret;
    known
        .key()
        .ifPresent(key ->
            decoders.put(ServiceTokens.ISSUER, TokenChecks.ofServices(settings.audience(), key)));
    return new TokenAuthentication(
        new Tokens(decoders, settings.rolesClaim()), new KnownBearers(clock));
  }

  /** For those who call other services. */
  @Bean
  @Lazy
  ServiceTokens serviceTokens(
      @Value("${spring.application.name}") String service,
      IdentitySettings settings,
      ServiceSecret secret) {
    return new ServiceTokens(
        service, settings.audience(), secret.needed().key().orElseThrow(), InstantSource.system());
  }

  @Bean
  Refusal refusal(JsonMapper json) {
    return new Refusal(json);
  }

  /** What the one filter takes is part of the request's own time. */
  @Bean
  SecurityObservationSettings securityObservations() {
    return SecurityObservationSettings.noObservations();
  }

  /** One filter that reads the token. No session, no CSRF token, no login: none of it is needed. */
  @Bean
  @Order(Ordered.LOWEST_PRECEDENCE)
  SecurityFilterChain bearerTokens(
      HttpSecurity http, TokenAuthentication authentication, Refusal refusal) {
    var filter = new BearerTokenAuthenticationFilter(authentication, new BearerHeader());
    filter.setAuthenticationEntryPoint(refusal);
    filter.setAuthenticationFailureHandler(refusal);
    return http.addFilter(filter)
        .csrf(AbstractHttpConfigurer::disable)
        .headers(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .anonymous(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .servletApi(AbstractHttpConfigurer::disable)
        .securityContext(AbstractHttpConfigurer::disable)
        .sessionManagement(AbstractHttpConfigurer::disable)
        .exceptionHandling(AbstractHttpConfigurer::disable)
        .build();
  }

  /** For every kind of endpoint, the actuator's too. */
  @Bean
  @ConditionalOnProperty(name = "phoneseller.identity.access", matchIfMissing = true)
  MappedInterceptor access(
      @Value("${spring.application.name}") String service,
      IdentitySettings settings,
      Refusal refusal) {
    return new MappedInterceptor(
        null, new Access(AccessRules.of(service), settings.guests(), refusal));
  }

  @Bean
  MappedInterceptor operationsAudit(@Value("${spring.application.name}") String service) {
    return new MappedInterceptor(
        OperationsAudit.PATHS.toArray(String[]::new), new OperationsAudit(service));
  }

  @Bean
  WebMvcConfigurer callers() {
    return new WebMvcConfigurer() {
      @Override
      public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new CallerArgument());
      }
    };
  }
}
