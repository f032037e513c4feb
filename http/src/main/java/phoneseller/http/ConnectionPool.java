package phoneseller.http;

import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.config.Http1Config;

/**
 * Connections to other services. Each holds three buffers, of 4 KB instead of the library's 32:
 * hundreds of them fill a service's heap otherwise.
 */
public final class ConnectionPool {

  private static final int BUFFER = 4 * 1024;

  private ConnectionPool() {}

  /** At most so many to one service, and in all. */
  public static PoolingHttpClientConnectionManagerBuilder of(int most) {
    return PoolingHttpClientConnectionManagerBuilder.create()
        .setConnectionFactory(
            ManagedHttpClientConnectionFactory.builder()
                .http1Config(Http1Config.custom().setBufferSize(BUFFER).build())
                .build())
        .setMaxConnPerRoute(most)
        .setMaxConnTotal(most);
  }
}
