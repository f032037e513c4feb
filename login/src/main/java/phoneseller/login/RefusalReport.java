package phoneseller.login;

import org.springframework.boot.SpringBootExceptionReporter;

/** Tells a refusal in its one line, without the stack that led there. */
final class RefusalReport implements SpringBootExceptionReporter {

  @Override
  public boolean reportException(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof Refusal refusal) {
        System.err.println("login: " + refusal.getMessage());
        return true;
      }
    }
    return false;
  }
}
