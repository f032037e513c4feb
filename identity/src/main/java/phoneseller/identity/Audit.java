package phoneseller.identity;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.util.UriUtils;
import phoneseller.http.Correlation;

/**
 * Keeps the record of what operators change, a line each of the logger {@code phoneseller.audit}:
 * who, what, on which thing, why, and the correlation; the line's own time says when.
 */
public final class Audit {

  /** In it a request says why it is made; other scripts than Latin come as RFC 8187 has them. */
  public static final String REASON_HEADER = "X-Reason";

  private static final Logger log = LoggerFactory.getLogger("phoneseller.audit");
  private static final String EXTENDED = "UTF-8''";
  private static final int LONGEST = 200;
  private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cntrl}\\p{Cs}\\u2028\\u2029]");
  private static final Pattern CARD_LIKE = Pattern.compile("\\d(?:[ -]?\\d){12,18}");

  private Audit() {}

  /** What the caller of the request at hand has changed; why is what its header says. */
  public static void record(Caller caller, String what, String on) {
    record(caller.name(), what, on, reasonOfRequest());
  }

  /**
   * @param why in the words of who did it; the request's header, if there is neither, {@code -}
   */
  public static void record(String who, String what, String on, @Nullable String why) {
    log.info(
        "who={} what={} on={} why={} correlation={}",
        clean(who),
        clean(what),
        clean(on),
        clean(why == null || why.isBlank() ? reasonOfRequest() : why),
        Correlation.current().id());
  }

  private static @Nullable String reasonOfRequest() {
    return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes request
        ? words(request.getRequest().getHeader(REASON_HEADER))
        : null;
  }

  /** A header carries nothing but ASCII; what cannot be read is kept as it came. */
  private static @Nullable String words(@Nullable String header) {
    if (header == null || !header.startsWith(EXTENDED)) {
      return header;
    }
    try {
      return UriUtils.decode(header.substring(EXTENDED.length()), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return header;
    }
  }

  /** One line, not too long, and nothing in it that looks like a card. */
  private static String clean(@Nullable String text) {
    if (text == null || text.isBlank()) {
      return "-";
    }
    var line = UNPRINTABLE.matcher(text.strip()).replaceAll(" ");
    var hidden = CARD_LIKE.matcher(line).replaceAll("[number]");
    return hidden.length() > LONGEST ? hidden.substring(0, LONGEST) : hidden;
  }
}
