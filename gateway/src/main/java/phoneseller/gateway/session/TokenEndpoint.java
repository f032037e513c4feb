package phoneseller.gateway.session;

import java.io.IOException;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/** How the provider is asked for tokens, and what its failures mean. */
final class TokenEndpoint {

  private TokenEndpoint() {}

  static RestClient client(ClientHttpRequestFactory requests) {
    return RestClient.builder()
        .requestFactory(requests)
        .configureMessageConverters(converters ->
            converters
                .addCustomConverter(new FormHttpMessageConverter())
                .addCustomConverter(new OAuth2AccessTokenResponseHttpMessageConverter()))
        .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
        .build();
  }

  /** Whether the provider could not be asked, or had no answer; rather than refusing. */
  static boolean isAway(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof IOException
          || cause instanceof RestClientException
          || (cause instanceof OAuth2AuthorizationException refused
              && refused.getError().getErrorCode().equals("server_error"))) {
        return true;
      }
    }
    return false;
  }
}
