package phoneseller.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives a test its {@link Visitors}. All tests share one shop and one browser; where there is no
 * Chromium they are skipped, and one line says so. No test passes when a page did what none should.
 */
final class Browsing implements ExecutionCondition, ParameterResolver, AfterEachCallback {

  private static final Namespace OURS = Namespace.create(Browsing.class);
  private static final Optional<Path> CHROMIUM = Chromium.find();

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    if (CHROMIUM.isPresent()) {
      return ConditionEvaluationResult.enabled("Chromium is " + CHROMIUM.get());
    }
    return context
        .getRoot()
        .getStore(OURS)
        .computeIfAbsent(
            "told",
            _ -> {
              System.out.println("no Chromium here: the browser tests are skipped");
              return ConditionEvaluationResult.disabled("no Chromium");
            },
            ConditionEvaluationResult.class);
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType().equals(Visitors.class);
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return store(context)
        .computeIfAbsent("visitors", _ -> new Visitors(stage(context)), Visitors.class);
  }

  /** A shop that did not start once is not started again for each test. */
  private static Stage stage(ExtensionContext context) {
    var store = context.getRoot().getStore(OURS);
    var began = store.computeIfAbsent("began", _ -> new AtomicBoolean(), AtomicBoolean.class);
    if (began.compareAndSet(false, true)) {
      store.put("stage", new Stage(CHROMIUM.orElseThrow()));
    }
    var stage = store.get("stage", Stage.class);
    if (stage == null) {
      throw new IllegalStateException("the shop could not be started for an earlier test");
    }
    return stage;
  }

  @Override
  public void afterEach(ExtensionContext context) {
    var visitors = store(context).get("visitors", Visitors.class);
    if (visitors != null) {
      boolean failed = context.getExecutionException().isPresent();
      var surprises = visitors.leave(failed, context.getRequiredTestMethod().getName());
      if (!failed) {
        assertThat(surprises).as("what no page should do").isEmpty();
      }
    }
  }

  private static Store store(ExtensionContext context) {
    return context.getStore(OURS);
  }
}
