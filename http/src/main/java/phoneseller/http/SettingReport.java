package phoneseller.http;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.core.annotation.Order;

/**
 * A setting that is missing or malformed ends the start with one line on the standard error, which
 * names it and says what is wrong with it; the exit code is 1.
 */
@Order(0)
final class SettingReport implements SpringBootExceptionReporter {

  @Override
  public boolean reportException(Throwable failure) {
    var line = line(failure);
    if (line == null) {
      return false;
    }
    System.err.println("phoneseller: " + line.replaceAll("\\s+", " "));
    return true;
  }

  private static @Nullable String line(Throwable failure) {
    String found = null;
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof BindException setting) {
        found = setting.getName() + ": " + reason(setting);
      } else if (cause instanceof MissingSetting missing) {
        found = missing.getMessage();
      }
    }
    return found;
  }

  private static String reason(Throwable failure) {
    Throwable cause = failure;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause.getMessage() == null ? cause.toString() : cause.getMessage();
  }
}
