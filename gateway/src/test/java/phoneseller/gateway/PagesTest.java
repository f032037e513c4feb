package phoneseller.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static phoneseller.gateway.ProblemAssert.assertProblem;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PagesTest {

  private static final Backend APP = new Backend();
  private static final Door DOOR = new Door("app=" + APP.port());

  @AfterAll
  static void close() {
    DOOR.close();
    APP.close();
  }

  @ParameterizedTest
  @CsvSource({
    "/door.html, text/html;charset=UTF-8, no-cache",
    "/assets/door.js, text/javascript;charset=UTF-8, no-cache",
    "/assets/door.png, image/png, 'public, max-age=3600'"
  })
  void pagesAndWhatTheyNeedAreServed(String path, String type, String caching) {
    var answer = DOOR.get(path);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue(type);
    assertThat(answer.headers().allValues("Cache-Control")).containsExactly(caching);
    assertThat(answer.headers().firstValue("ETag")).isPresent();
  }

  @Test
  void theFrontPageIsTheShop() {
    var answer = DOOR.get("/");
    assertThat(answer.body()).isEqualTo(DOOR.get("/index.html").body()).contains("<title");
  }

  @Test
  void anUnchangedFileIsNotSentAgain() {
    String tag = DOOR.get("/door.html").headers().firstValue("ETag").orElseThrow();
    var again = DOOR.get("/door.html", "If-None-Match", tag);
    assertThat(again.statusCode()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
    assertThat(again.headers().firstValue("ETag")).hasValue(tag);
    assertThat(DOOR.get("/door.html", "If-None-Match", "\"old\"").statusCode()).isEqualTo(200);
  }

  @Test
  void whoTakesItZippedGetsItSmaller() throws Exception {
    var plain = DOOR.get("/assets/door.js");
    var request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + DOOR.port() + "/assets/door.js"))
            .header("Accept-Encoding", "gzip, br")
            .build();
    try (var client = HttpClient.newHttpClient()) {
      var zipped = client.send(request, BodyHandlers.ofInputStream());
      assertThat(zipped.headers().firstValue("Content-Encoding")).hasValue("gzip");
      assertThat(zipped.headers().allValues("Vary")).contains("Accept-Encoding");
      assertThat(zipped.headers().firstValue("ETag"))
          .isNotEqualTo(plain.headers().firstValue("ETag"));
      assertThat(zipped.headers().firstValueAsLong("Content-Length").orElseThrow())
          .isLessThan(plain.body().length());
      assertThat(new String(new GZIPInputStream(zipped.body()).readAllBytes(), UTF_8))
          .isEqualTo(plain.body());
    }
    assertThat(DOOR.get("/assets/door.js", "Accept-Encoding", "gzip;q=0").body())
        .isEqualTo(plain.body());
  }

  @Test
  void aHeadHasNoBodyAndAPostIsNoPage() {
    var head = DOOR.send("HEAD", "/door.html", "");
    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(head.headers().firstValueAsLong("Content-Length").orElseThrow()).isPositive();
    assertProblem(DOOR.post("/door.html", ""), 404);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/assets/door.key",
        "/assets/../door.html",
        "/assets/%2e%2e/door.html",
        "//door.html",
        "/door.html;x=1",
        "/web/door.html",
        "/assets/",
        "/application.yaml",
        "/assets/..%2f..%2fapplication.yaml"
      })
  void noSpellingReachesAnythingElse(String path) {
    assertThat(DOOR.get(path).statusCode()).isIn(400, 404);
  }

  @Test
  void whatIsNotThereIsAPageForAPersonAndAProblemForAProgram() {
    var page = DOOR.get("/nothing.html", "Accept", "text/html,application/xhtml+xml,*/*;q=0.8");
    assertThat(page.statusCode()).isEqualTo(404);
    assertThat(page.headers().firstValue("Content-Type")).hasValue("text/html;charset=UTF-8");
    assertThat(page.body()).contains("페이지가 없습니다", "There is no such page");
    assertProblem(DOOR.get("/nothing.html", "Accept", "application/json"), 404);
    APP.answers(exchange -> Backend.answer(exchange, 404, "{\"from\":\"app\"}"));
    assertThat(DOOR.get("/orders/9", "Accept", "text/html").body()).isEqualTo("{\"from\":\"app\"}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/door.html", "/orders/2", "/nothing", "/session", "/orders//x"})
  void everyAnswerTellsBrowsersWhatTheyMustNotDo(String path) {
    APP.answers(exchange ->
        Backend.answer(exchange, 200, "{}", "Content-Security-Policy", "default-src *"));
    var headers = DOOR.get(path).headers();
    assertThat(headers.allValues("Content-Security-Policy")).hasSize(1);
    assertThat(headers.firstValue("Content-Security-Policy").orElseThrow())
        .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
        .doesNotContain("unsafe", "*");
    assertThat(headers.allValues("X-Content-Type-Options")).containsExactly("nosniff");
    assertThat(headers.allValues("Cross-Origin-Opener-Policy")).containsExactly("same-origin");
    assertThat(headers.allValues("Cross-Origin-Resource-Policy")).containsExactly("same-origin");
    assertThat(headers.allValues("Referrer-Policy")).containsExactly("same-origin");
    assertThat(headers.allValues("Permissions-Policy")).hasSize(1);
    assertThat(headers.allValues("Cache-Control")).hasSize(1);
    assertThat(headers.firstValue("Strict-Transport-Security")).isEmpty();
  }

  @Test
  void behindHttpsABrowserStaysWithIt() {
    try (var door = new Door("phoneseller.gateway.trusted-proxies=127.0.0.0/8")) {
      assertThat(
              door.get("/door.html", "X-Forwarded-Proto", "https")
                  .headers()
                  .firstValue("Strict-Transport-Security"))
          .isPresent();
    }
  }

  @Test
  void whatAServiceSaysOfCachingStands() {
    APP.answers(exchange -> Backend.answer(exchange, 200, "{}", "Cache-Control", "max-age=60"));
    assertThat(DOOR.get("/orders/2").headers().allValues("Cache-Control"))
        .containsExactly("max-age=60");
  }
}
