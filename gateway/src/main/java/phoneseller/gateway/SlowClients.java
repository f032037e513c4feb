package phoneseller.gateway;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Looks every so often for clients that take longer than a request may take. */
@Component
final class SlowClients
    implements WebServerFactoryCustomizer<TomcatServletWebServerFactory>, SmartLifecycle {

  private static final Duration MOST = Duration.ofSeconds(1);

  private final GatewaySettings.Slow limits;
  private final Counter ended;
  private final MeterRegistry meters;
  private volatile @Nullable DeadlineProtocol protocol;
  private @Nullable ScheduledExecutorService sweeps;

  SlowClients(GatewaySettings settings, MeterRegistry meters) {
    this.limits = settings.slow();
    this.meters = meters;
    this.ended =
        Counter.builder("gateway.slow.ended")
            .description("Connections ended because a request took too long to come")
            .register(meters);
  }

  @Override
  public void customize(TomcatServletWebServerFactory tomcat) {
    tomcat.setProtocol(DeadlineProtocol.class.getName());
    tomcat.addContextValves(new UnreadBody(limits.rest().toBytes(), limits.end()));
    tomcat.addConnectorCustomizers(connector -> {
      if (connector.getProtocolHandler() instanceof DeadlineProtocol found) {
        protocol = found;
        Gauge.builder("gateway.connections", found, DeadlineProtocol::connections)
            .description("Connections of clients")
            .register(meters);
      }
    });
  }

  @Override
  public void start() {
    var often = limits.head().dividedBy(4);
    long pause = Math.min(MOST.toMillis(), often.toMillis());
    sweeps =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("sweep").factory());
    var _ = sweeps.scheduleWithFixedDelay(this::sweep, pause, pause, TimeUnit.MILLISECONDS);
  }

  private void sweep() {
    var found = protocol;
    if (found != null) {
      ended.increment(found.sweep(limits));
    }
  }

  @Override
  public void stop() {
    if (sweeps != null) {
      sweeps.shutdownNow();
      sweeps = null;
    }
  }

  @Override
  public boolean isRunning() {
    return sweeps != null;
  }
}
