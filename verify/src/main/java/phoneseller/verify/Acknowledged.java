package phoneseller.verify;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * The orders that clients were promised, one a line: its id, alone or first in the line, or a JSON
 * object with {@code id} or {@code orderId}. Blank lines are none.
 */
final class Acknowledged {

  private static final Pattern PLAIN = Pattern.compile("(\\d{1,18})(?:[\\s,;].*)?");
  private static final Pattern JSON =
      Pattern.compile("\\{.*?\"(?:id|orderId)\"\\s*:\\s*\"?(\\d{1,18})\"?\\s*[,}].*");

  private Acknowledged() {}

  static Ids read(Path file) {
    var ids = new Ids();
    try (var lines = Files.newBufferedReader(file)) {
      int number = 0;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        String text = line.strip();
        if (!text.isEmpty()) {
          ids.add(id(text, file, number));
        }
      }
    } catch (MalformedInputException e) {
      throw new CannotVerify(file + " is no text", e);
    } catch (IOException e) {
      throw new CannotVerify(file + " cannot be read: " + e.getMessage(), e);
    }
    return ids;
  }

  private static long id(String line, Path file, int number) {
    var match = (line.startsWith("{") ? JSON : PLAIN).matcher(line);
    if (!match.matches()) {
      throw new CannotVerify(
          "%s, line %d: no order id in \"%s\"".formatted(file, number, shortened(line)));
    }
    return Long.parseLong(match.group(1));
  }

  private static String shortened(String line) {
    return line.length() > 60 ? line.substring(0, 60) + "..." : line;
  }
}
