package phoneseller.login;

import java.net.URI;
import java.time.InstantSource;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.oauth2.server.resource.web.BearerTokenAuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;

/** Who may come in where: the provider's own endpoints, and the page at which people sign in. */
@Configuration(proxyBeanMethods = false)
class Doors {

  private static final String POLICY =
      "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none';"
          + " frame-ancestors 'none'; form-action 'self' ";

  private final String policy;

  /** A browser holds the redirect after a form to the same rule as the form: to the gateways. */
  Doors(LoginSettings settings) {
    policy =
        settings.gateways().stream()
            .map(URI::toString)
            .collect(Collectors.joining(" ", POLICY, ""));
  }

  @Bean
  AuthenticationProvider passwordSignIn(
      Accounts accounts, LoginSettings settings, InstantSource clock) {
    return new PasswordSignIn(accounts, new Attempts(settings.attempts(), clock), clock);
  }

  @Bean
  @Order(1)
  SecurityFilterChain protocol(HttpSecurity http) {
    http.oauth2AuthorizationServer(provider -> {
      http.securityMatcher(provider.getEndpointsMatcher());
      provider.oidc(Customizer.withDefaults());
    });
    var askedToSignIn = PathPatternRequestMatcher.pathPattern("/oauth2/authorize");
    var wayBack = new HttpSessionRequestCache();
    wayBack.setRequestMatcher(askedToSignIn);
    return http.authorizeHttpRequests(any -> any.anyRequest().authenticated())
        .requestCache(cache -> cache.requestCache(wayBack))
        .oauth2ResourceServer(userInfo -> userInfo.jwt(Customizer.withDefaults()))
        .headers(this::guard)
        .exceptionHandling(e ->
            e.defaultAuthenticationEntryPointFor(
                    new LoginUrlAuthenticationEntryPoint("/login"), askedToSignIn)
                .defaultAuthenticationEntryPointFor(
                    new BearerTokenAuthenticationEntryPoint(), AnyRequestMatcher.INSTANCE))
        .build();
  }

  /** Nothing here is secret, and what is not here is 404 and not a reason to sign in. */
  @Bean
  @Order(2)
  SecurityFilterChain pages(HttpSecurity http, LoginSettings settings) {
    return http.authorizeHttpRequests(any -> any.anyRequest().permitAll())
        .headers(this::guard)
        .formLogin(form ->
            form.loginPage("/login")
                .failureHandler(new SignInFailed())
                .defaultSuccessUrl(settings.gateways().getFirst() + "/"))
        .logout(logout -> logout.disable())
        .exceptionHandling(e ->
            // A page that stood open for longer than its session: once more, with a new one.
            e.accessDeniedHandler((request, response, _) -> {
              if (request.getRequestURI().equals("/login")) {
                response.sendRedirect("/login?old");
              } else {
                response.sendError(404);
              }
            }))
        .build();
  }

  private void guard(HeadersConfigurer<HttpSecurity> headers) {
    headers
        .contentSecurityPolicy(csp -> csp.policyDirectives(policy))
        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER))
        .permissionsPolicyHeader(
            permissions -> permissions.policy("camera=(), geolocation=(), microphone=()"))
        .crossOriginOpenerPolicy(Customizer.withDefaults())
        .crossOriginResourcePolicy(Customizer.withDefaults());
  }
}
