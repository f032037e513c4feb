package phoneseller.http;

import org.apache.hc.client5.http.impl.classic.RequestFailedException;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.util.DeadlineTimeoutException;
import org.jspecify.annotations.Nullable;

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

  /**
   * Whether a request has waited in vain for a connection, and so was not sent. The pool tells it
   * in another way when it is the first to see that the time is over.
   */
  public static boolean hadNoneFree(@Nullable Throwable failure) {
    return failure instanceof ConnectionRequestTimeoutException
        || (failure instanceof RequestFailedException
            && failure.getCause() instanceof DeadlineTimeoutException);
  }
}
