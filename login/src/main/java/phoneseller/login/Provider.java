package phoneseller.login;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;

/** What the OpenID provider consists of: its one client, its key, and what its tokens say. */
@Configuration(proxyBeanMethods = false)
class Provider {

  @Bean
  AuthorizationServerSettings authorizationServerSettings(LoginSettings settings) {
    return AuthorizationServerSettings.builder().issuer(settings.issuer().toString()).build();
  }

  /**
   * The gateway. A refresh token is used again and again until it expires: several requests of one
   * browser may refresh at the same moment, and all but one would lose a token that changes.
   */
  @Bean
  RegisteredClient gateway(LoginSettings settings) {
    var gateway =
        RegisteredClient.withId(Claims.CLIENT)
            .clientId(Claims.CLIENT)
            .clientSecret(Objects.requireNonNull(settings.clientSecret()))
            .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
            .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
            .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
            .authorizationGrantType(AuthorizationGrantType.REFRESH_TOKEN)
            .scope(OidcScopes.OPENID)
            .scope(OidcScopes.PROFILE)
            .clientSettings(
                ClientSettings.builder()
                    .requireProofKey(true)
                    .requireAuthorizationConsent(false)
                    .build())
            .tokenSettings(
                TokenSettings.builder()
                    .accessTokenTimeToLive(settings.accessToken())
                    .refreshTokenTimeToLive(settings.refreshToken())
                    .reuseRefreshTokens(true)
                    .build());
    for (var origin : settings.gateways()) {
      gateway.redirectUri(origin + "/session/callback").postLogoutRedirectUri(origin + "/");
    }
    return gateway.build();
  }

  @Bean
  RegisteredClientRepository clients(RegisteredClient gateway) {
    return new InMemoryRegisteredClientRepository(gateway);
  }

  @Bean
  JWKSource<SecurityContext> keys(SigningKey key) {
    return new ImmutableJWKSet<>(new JWKSet(key.key()));
  }

  @Bean
  OAuth2AuthorizationService sessions(
      OwnerFolder folder, RegisteredClient gateway, InstantSource clock) {
    return Sessions.in(folder.folder("sessions"), gateway, clock);
  }

  @Bean
  OAuth2TokenCustomizer<JwtEncodingContext> roles(Accounts accounts) {
    return token -> {
      Authentication person = Objects.requireNonNull(token.getPrincipal());
      var roles = accounts.named(person.getName()).map(Account::role).stream().toList();
      token.getClaims().claim(Claims.ROLES, roles);
      if (OAuth2TokenType.ACCESS_TOKEN.equals(token.getTokenType())) {
        token.getClaims().audience(List.of(Claims.AUDIENCE));
      }
    };
  }

  /** The one secret is as long and random as a key, and known from configuration: no hash. */
  @Bean
  PasswordEncoder clientSecrets() {
    return new PasswordEncoder() {
      @Override
      public @Nullable String encode(@Nullable CharSequence secret) {
        return secret == null ? null : secret.toString();
      }

      @Override
      public boolean matches(@Nullable CharSequence said, @Nullable String secret) {
        return said != null
            && secret != null
            && MessageDigest.isEqual(
                said.toString().getBytes(StandardCharsets.UTF_8),
                secret.getBytes(StandardCharsets.UTF_8));
      }
    };
  }
}
