package phoneseller.http;

import java.io.IOException;
import org.springframework.http.HttpRequest;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.client.ClientHttpResponse;

/** Hands the correlation of the work at hand to the service that is called. */
final class CorrelationInterceptor implements ClientHttpRequestInterceptor {

  @Override
  public ClientHttpResponse intercept(
      HttpRequest request, byte[] body, ClientHttpRequestExecution execution) throws IOException {
    var correlation = Correlation.current();
    request.getHeaders().set(Correlation.ID_HEADER, correlation.id());
    request.getHeaders().set(Correlation.TRACE_HEADER, correlation.traceparent());
    return execution.execute(request, body);
  }
}
