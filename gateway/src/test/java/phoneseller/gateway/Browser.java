package phoneseller.gateway;

import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Keeps the gateway's cookies and follows its redirects, as the browser of a person does. */
final class Browser {

  private final Door door;
  private final Map<String, String> cookies = new LinkedHashMap<>();

  Browser(Door door) {
    this.door = door;
  }

  HttpResponse<String> get(String path, String... headers) {
    return keep(door.get(path, with(headers)));
  }

  HttpResponse<String> send(String method, String path, String body, String... headers) {
    return keep(door.send(method, path, body, with(headers)));
  }

  /** With the header that the shop's own pages send. */
  HttpResponse<String> post(String path, String body) {
    return send("POST", path, body, "X-XSRF-TOKEN", cookie("XSRF-TOKEN"));
  }

  /** All the way through the provider and back; the answer that ends it. */
  HttpResponse<String> signIn(String to) throws Exception {
    return get(throughProvider(to));
  }

  /** The path with which the provider sends the browser back. */
  String throughProvider(String to) throws Exception {
    var sent = get("/session/login?to=" + to);
    var provider = sent.headers().firstValue("Location").orElseThrow();
    try (var client = HttpClient.newHttpClient()) {
      var back =
          client.send(
              HttpRequest.newBuilder(URI.create(provider)).build(), BodyHandlers.ofString());
      var url = URI.create(back.headers().firstValue("Location").orElseThrow());
      return url.getRawPath() + "?" + url.getRawQuery();
    }
  }

  String cookie(String name) {
    return cookies.getOrDefault(name, "");
  }

  boolean has(String name) {
    return cookies.containsKey(name);
  }

  void plant(String name, String value) {
    cookies.put(name, value);
  }

  private String[] with(String... headers) {
    var all = new ArrayList<>(List.of(headers));
    if (!cookies.isEmpty()) {
      all.add("Cookie");
      all.add(
          cookies.entrySet().stream()
              .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
              .collect(Collectors.joining("; ")));
    }
    return all.toArray(String[]::new);
  }

  private HttpResponse<String> keep(HttpResponse<String> answer) {
    for (String header : answer.headers().allValues("Set-Cookie")) {
      var cookie = HttpCookie.parse(header).getFirst();
      if (cookie.getMaxAge() == 0) {
        cookies.remove(cookie.getName());
      } else {
        cookies.put(cookie.getName(), cookie.getValue());
      }
    }
    return answer;
  }
}
