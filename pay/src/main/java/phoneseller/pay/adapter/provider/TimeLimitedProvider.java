package phoneseller.pay.adapter.provider;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import phoneseller.pay.domain.Charge;
import phoneseller.pay.domain.OrderId;
import phoneseller.pay.domain.PaymentProvider;

/** A provider that fails, or takes longer than pay waits, has not answered: its word is unknown. */
final class TimeLimitedProvider implements PaymentProvider, AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(TimeLimitedProvider.class);

  private final PaymentProvider provider;
  private final Duration limit;
  private final ExecutorService calls = Executors.newVirtualThreadPerTaskExecutor();

  TimeLimitedProvider(PaymentProvider provider, Duration limit) {
    this.provider = provider;
    this.limit = limit;
  }

  @Override
  public Charging charge(OrderId order, Charge charge) {
    return inTime("charge", () -> provider.charge(order, charge)).orElseGet(Charging.NoAnswer::new);
  }

  @Override
  public Refunding refund(Charge charge) {
    return inTime("refund", () -> provider.refund(charge)).orElseGet(Refunding.NoAnswer::new);
  }

  private <T> Optional<T> inTime(String what, Callable<T> call) {
    Map<String, String> context = MDC.getCopyOfContextMap();
    var answer =
        calls.submit(() -> {
          if (context != null) {
            MDC.setContextMap(context);
          }
          return call.call();
        });
    try {
      return Optional.of(answer.get(limit.toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException e) {
      log.warn("{}: no answer of the provider in {} ms", what, limit.toMillis());
    } catch (ExecutionException e) {
      log.warn("{}: the provider failed: {}", what, String.valueOf(e.getCause()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    answer.cancel(true);
    return Optional.empty();
  }

  @Override
  public void close() {
    calls.shutdownNow();
  }
}
