package phoneseller.http;

import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * The one id that follows a piece of work through every call, event and log line, and the W3C trace
 * context beside it. It lives in the logging context of the thread that does the work.
 *
 * @param id 1 to 64 characters of {@code [A-Za-z0-9._-]}, and no number of a card
 * @param traceparent version 00 of the W3C header
 */
public record Correlation(String id, String traceparent) {

  public static final String ID_HEADER = "X-Correlation-Id";
  public static final String TRACE_HEADER = "traceparent";
  private static final String ID_KEY = "correlationId";
  private static final String TRACE_KEY = "traceparent";
  private static final int LONGEST_ID = 64;
  private static final int TRACEPARENT_LENGTH = 55;
  private static final String ZEROS = "0".repeat(32);

  /** What a caller sent, where it can be trusted to be well-formed; what is missing is made. */
  public static Correlation continuing(@Nullable String id, @Nullable String traceparent) {
    String trace =
        traceparent != null && isTraceparent(traceparent)
            ? traceparent
            : "00-" + hex(2) + "-" + hex(1) + "-01";
    return new Correlation(wellFormed(id).orElse(trace.substring(3, 35)), trace);
  }

  /** The id, where it is one. */
  public static Optional<String> wellFormed(@Nullable String id) {
    return Optional.ofNullable(id).filter(Correlation::isId);
  }

  /** Asked of every event and call, and so by hand. */
  private static boolean isId(String text) {
    return !text.isEmpty()
        && text.length() <= LONGEST_ID
        && isAllOfId(text)
        && !CardNumber.isIn(text);
  }

  private static boolean isAllOfId(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (!isOfId(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isOfId(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '.'
        || c == '_'
        || c == '-';
  }

  private static boolean isTraceparent(String text) {
    return text.length() == TRACEPARENT_LENGTH
        && text.startsWith("00-")
        && isHex(text, 3, 35)
        && !text.startsWith(ZEROS, 3)
        && text.charAt(35) == '-'
        && isHex(text, 36, 52)
        && !text.regionMatches(36, ZEROS, 0, 16)
        && text.charAt(52) == '-'
        && isHex(text, 53, TRACEPARENT_LENGTH);
  }

  private static boolean isHex(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if ((c < '0' || c > '9') && (c < 'a' || c > 'f')) {
        return false;
      }
    }
    return true;
  }

  /** That of the work at hand, or a new one where none has been opened. */
  public static Correlation current() {
    String id = MDC.get(ID_KEY);
    String trace = MDC.get(TRACE_KEY);
    return id == null || trace == null ? continuing(id, trace) : new Correlation(id, trace);
  }

  /** The same trace, one call further on. */
  Correlation nextSpan() {
    return new Correlation(id, traceparent.substring(0, 36) + hex(1) + traceparent.substring(52));
  }

  /** Makes this the correlation of the thread's work until the scope is closed. */
  public Scope open() {
    String formerId = MDC.get(ID_KEY);
    String formerTrace = MDC.get(TRACE_KEY);
    MDC.put(ID_KEY, id);
    MDC.put(TRACE_KEY, traceparent);
    return () -> {
      restore(ID_KEY, formerId);
      restore(TRACE_KEY, formerTrace);
    };
  }

  private static void restore(String key, @Nullable String former) {
    if (former == null) {
      MDC.remove(key);
    } else {
      MDC.put(key, former);
    }
  }

  private static String hex(int longs) {
    var digits = new StringBuilder(16 * longs);
    for (int i = 0; i < longs; i++) {
      long bits = ThreadLocalRandom.current().nextLong();
      digits.append(HexFormat.of().toHexDigits(bits == 0 ? 1 : bits));
    }
    return digits.toString();
  }

  /** Ends the correlation of the work at hand; the one before it, if any, is current again. */
  public interface Scope extends AutoCloseable {
    @Override
    void close();
  }
}
