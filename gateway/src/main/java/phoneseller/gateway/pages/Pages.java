package phoneseller.gateway.pages;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/**
 * Serves the files of the module {@code web} from memory, by their exact paths: no spelling of a
 * path reaches anything else. They cost no place among the requests in flight, so that the pages
 * are there, and can say so, when the shop is overloaded.
 */
@Component
public final class Pages {

  /**
   * Behind these are services and the gateway itself; what they do not know they say themselves.
   */
  private static final Set<String> ENDPOINTS =
      Set.of(
          "orders",
          "phones",
          "payments",
          "customers",
          "storeManages",
          "rewards",
          "session",
          "operations",
          "actuator",
          "error");

  private static final String ROOT = "/web/";

  private final Map<String, Asset> assets;
  private final RefusalPage refusals;

  Pages(RefusalPage refusals) throws IOException {
    this.refusals = refusals;
    this.assets = Map.copyOf(load());
  }

  private static Map<String, Asset> load() throws IOException {
    var found = new HashMap<String, Asset>();
    for (var file : new PathMatchingResourcePatternResolver().getResources("classpath*:web/**")) {
      if (file.isReadable()) {
        String url = file.getURL().toString();
        String path = url.substring(url.lastIndexOf(ROOT) + ROOT.length() - 1);
        var asset = Asset.of(path, file.getContentAsByteArray());
        if (asset != null) {
          found.put(path, asset);
        }
      }
    }
    var home = found.get("/index.html");
    if (home != null) {
      found.put("/", home);
    }
    return found;
  }

  public void pass(
      ServletRequest servletRequest, ServletResponse servletResponse, FilterChain chain)
      throws IOException, ServletException {
    var request = (HttpServletRequest) servletRequest;
    var response = (HttpServletResponse) servletResponse;
    boolean head = request.getMethod().equals("HEAD");
    if (!head && !request.getMethod().equals("GET")) {
      chain.doFilter(request, response);
      return;
    }
    String path = request.getRequestURI();
    var asset = assets.get(path);
    if (asset != null) {
      send(asset, request, response, head);
    } else if (RefusalPage.isWanted(request) && !isEndpoint(path)) {
      response.setStatus(HttpServletResponse.SC_NOT_FOUND);
      response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
      write(refusals.bytes(RefusalPage.Reason.UNKNOWN), "text/html;charset=UTF-8", response, head);
    } else {
      chain.doFilter(request, response);
    }
  }

  private static void send(
      Asset asset, HttpServletRequest request, HttpServletResponse response, boolean head)
      throws IOException {
    boolean zipped =
        asset.isZippable() && takesZipped(request.getHeader(HttpHeaders.ACCEPT_ENCODING));
    String tag = asset.etag(zipped);
    response.setHeader(HttpHeaders.ETAG, tag);
    response.setHeader(HttpHeaders.CACHE_CONTROL, asset.caching());
    if (asset.isZippable()) {
      response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
    }
    if (isKnown(tag, request.getHeader(HttpHeaders.IF_NONE_MATCH))) {
      response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
      return;
    }
    if (zipped) {
      response.setHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
    }
    write(asset.bytes(zipped), asset.type(), response, head);
  }

  private static void write(byte[] body, String type, HttpServletResponse response, boolean head)
      throws IOException {
    response.setContentType(type);
    response.setContentLength(body.length);
    if (!head) {
      response.getOutputStream().write(body);
    }
  }

  private static boolean takesZipped(@Nullable String accepted) {
    return accepted != null
        && accepted.contains("gzip")
        && !accepted.replace(" ", "").matches(".*gzip;q=0(\\.0*)?(,.*)?");
  }

  private static boolean isKnown(String tag, @Nullable String known) {
    return known != null && (known.contains(tag) || known.equals("*"));
  }

  private static boolean isEndpoint(String path) {
    int end = path.indexOf('/', 1);
    return path.length() > 1
        && ENDPOINTS.contains(path.substring(1, end < 0 ? path.length() : end));
  }
}
