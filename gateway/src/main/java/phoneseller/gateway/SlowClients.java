package phoneseller.gateway;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Looks every so often for clients that take longer than a request may take, and tells of them once
 * a minute, however many they are.
 */
@Component
final class SlowClients
    implements WebServerFactoryCustomizer<TomcatServletWebServerFactory>, SmartLifecycle {

  private static final Duration MOST = Duration.ofSeconds(1);

  private static final Duration TOLD_EVERY = Duration.ofMinutes(1);
  private static final Logger log = LoggerFactory.getLogger(SlowClients.class);

  private final GatewaySettings.Slow limits;
  private final Counter ended;
  private final MeterRegistry meters;
  private final AtomicInteger untold = new AtomicInteger();
  private long toldAt = System.nanoTime() - TOLD_EVERY.toNanos();
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
      tooSlow(found.sweep(limits));
    }
    tellOfThem();
  }

  /** So many requests took too long to come. */
  void tooSlow(int many) {
    ended.increment(many);
    untold.addAndGet(many);
  }

  private void tellOfThem() {
    if (untold.get() > 0 && System.nanoTime() - toldAt >= TOLD_EVERY.toNanos()) {
      toldAt = System.nanoTime();
      log.warn("{} requests took too long to come and were ended", untold.getAndSet(0));
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
