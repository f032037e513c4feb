package phoneseller.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class DrainTest {

  private final Drain drain = new Drain(Duration.ofMillis(50));

  @Test
  void clientsAreAskedForAnotherConnectionOnceTheEndHasBegun() throws Exception {
    drain.start();
    assertThat(connection()).isNull();

    long begun = System.nanoTime();
    drain.stop();

    assertThat(System.nanoTime() - begun).isGreaterThanOrEqualTo(50_000_000);
    assertThat(connection()).isEqualTo("close");
    assertThat(drain.isRunning()).isFalse();
  }

  @Test
  void itIsOverBeforeTheWebServerTakesNoMoreRequests() {
    assertThat(drain.getPhase()).isGreaterThan(WebServerApplicationContext.GRACEFUL_SHUTDOWN_PHASE);
  }

  private @Nullable String connection() throws Exception {
    var response = new MockHttpServletResponse();
    drain.doFilter(new MockHttpServletRequest(), response, new MockFilterChain());
    return response.getHeader("Connection");
  }
}
