package phoneseller.benchmark.http;

import java.nio.charset.StandardCharsets;

/**
 * A request or an answer.
 *
 * @param head the start line and the headers, each with its line end
 */
public record Message(String head, String body) {

  private static final String LINE_END = "\r\n";

  public static Message request(String method, String path, String body) {
    return new Message(
        method + " " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n",
        body);
  }

  public static Message answer(int status, String headers, String body) {
    return new Message(
        "HTTP/1.1 " + status + " \r\nContent-Type: application/json\r\n" + headers, body);
  }

  /** As bytes, with its length. */
  byte[] bytes() {
    byte[] content = body.getBytes(StandardCharsets.UTF_8);
    byte[] start =
        (head + "Content-Length: " + content.length + "\r\n\r\n")
            .getBytes(StandardCharsets.ISO_8859_1);
    byte[] all = new byte[start.length + content.length];
    System.arraycopy(start, 0, all, 0, start.length);
    System.arraycopy(content, 0, all, start.length, content.length);
    return all;
  }

  public int status() {
    return Integer.parseInt(head, 9, 12, 10);
  }

  public String method() {
    return head.substring(0, head.indexOf(' '));
  }

  public String path() {
    int begin = head.indexOf(' ') + 1;
    return head.substring(begin, head.indexOf(' ', begin));
  }

  /** The value of a header, or nothing. */
  public String header(String name) {
    int line = head.indexOf(LINE_END);
    while (line >= 0) {
      int begin = line + LINE_END.length();
      line = head.indexOf(LINE_END, begin);
      int colon = begin + name.length();
      if (line > colon
          && head.charAt(colon) == ':'
          && head.regionMatches(true, begin, name, 0, name.length())) {
        return head.substring(colon + 1, line).trim();
      }
    }
    return "";
  }

  /** The number that ends the Location, or the path of a request. */
  public static long lastNumber(String address) {
    return Long.parseLong(address, address.lastIndexOf('/') + 1, address.length(), 10);
  }
}
