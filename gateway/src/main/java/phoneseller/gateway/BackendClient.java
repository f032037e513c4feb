package phoneseller.gateway;

import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import phoneseller.http.ConnectionPool;
import phoneseller.http.RetryBudget;
import phoneseller.http.RetryBudgets;

/**
 * The pooled connections to the services. It never repeats a request that may change something:
 * only a GET or HEAD whose connection broke is asked once more, on a fresh connection, within the
 * budget for that.
 */
@Component
final class BackendClient implements DisposableBean {

  private static final Set<String> REPEATABLE = Set.of("GET", "HEAD");
  private static final TimeValue TRUSTED_WITHOUT_A_LOOK = TimeValue.ofMilliseconds(200);
  private static final int BACKENDS = 5;

  private final PoolingHttpClientConnectionManager pool;
  private final CloseableHttpClient http;
  private final int heaviestAnswer;
  private final RetryBudgets budgets;
  private final Map<HttpHost, RetryBudget> repetitions = new ConcurrentHashMap<>();

  BackendClient(GatewaySettings settings, RetryBudgets budgets) {
    this.budgets = budgets;
    var limits = settings.connections();
    heaviestAnswer = Math.toIntExact(limits.answer().toBytes());
    pool =
        ConnectionPool.of(limits.most())
            .setMaxConnTotal(BACKENDS * limits.most())
            .setDefaultConnectionConfig(
                ConnectionConfig.custom()
                    .setConnectTimeout(Timeout.of(limits.connect()))
                    .setSocketTimeout(Timeout.of(limits.response()))
                    .setIdleTimeout(Timeout.of(limits.idle()))
                    .setValidateAfterInactivity(TRUSTED_WITHOUT_A_LOOK)
                    .build())
            .build();
    http =
        HttpClients.custom()
            .setConnectionManager(pool)
            .setDefaultRequestConfig(
                RequestConfig.custom()
                    .setConnectionRequestTimeout(Timeout.of(limits.free()))
                    .setResponseTimeout(Timeout.of(limits.response()))
                    .build())
            .disableAutomaticRetries()
            .disableRedirectHandling()
            .disableCookieManagement()
            .disableAuthCaching()
            .disableContentCompression()
            .disableConnectionState()
            .disableDefaultUserAgent()
            .build();
  }

  Answer send(HttpHost backend, ClassicHttpRequest request) throws IOException {
    try {
      return exchange(backend, request);
    } catch (IOException e) {
      if (Failure.of(e) != Failure.LOST) {
        throw e;
      }
      pool.closeIdle(TimeValue.ZERO_MILLISECONDS);
      if (!REPEATABLE.contains(request.getMethod()) || !repetitions(backend).spend()) {
        throw e;
      }
      return exchange(backend, request);
    }
  }

  private Answer exchange(HttpHost backend, ClassicHttpRequest request) throws IOException {
    var answer = http.execute(backend, request, response -> Answer.read(response, heaviestAnswer));
    repetitions(backend).earn();
    return answer;
  }

  private RetryBudget repetitions(HttpHost backend) {
    return repetitions.computeIfAbsent(backend, to -> budgets.towards(to.toHostString()));
  }

  @Override
  public void destroy() throws IOException {
    http.close();
  }
}
