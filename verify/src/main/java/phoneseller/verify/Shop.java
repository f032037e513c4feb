package phoneseller.verify;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** The shop as its services answer over HTTP; one that is away has its time to come back. */
final class Shop implements AutoCloseable {

  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(60);
  private static final long LONGEST_PAUSE = 2_000;

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(2))
          .build();
  private final Duration patience;
  private final @Nullable String token;

  /**
   * @param token of an operator, where guests are not admitted
   */
  Shop(Duration patience, @Nullable String token) {
    this.patience = patience;
    this.token = token;
  }

  /** What one reads of an answer that is there. */
  interface Body<T> {
    T read(InputStream body) throws IOException;
  }

  <T> Optional<T> get(URI address, Body<T> body) {
    return get(() -> address, body);
  }

  /**
   * The answer to a GET; nothing when there is no such thing.
   *
   * @param next the address, asked for again before each attempt
   */
  <T> Optional<T> get(Supplier<URI> next, Body<T> body) {
    var deadline = new Deadline(patience);
    for (long pause = 100; ; pause = Math.min(2 * pause, LONGEST_PAUSE)) {
      String trouble;
      var address = next.get();
      try {
        var response = send(address);
        try (var stream = response.body()) {
          int status = response.statusCode();
          if (status == 200) {
            return Optional.of(body.read(stream));
          }
          if (status == 404) {
            return Optional.empty();
          }
          if (status == 401 || status == 403) {
            throw new CannotVerify(
                address
                    + " answers "
                    + status
                    + ": the token of an operator is needed, in"
                    + " PHONESELLER_TOKEN");
          }
          if (status < 500 && status != 429) {
            throw new CannotVerify(address + " answers " + status);
          }
          trouble = "answers " + status;
        }
      } catch (IOException | JacksonException e) {
        trouble = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
      }
      if (!deadline.pause(pause)) {
        throw new CannotVerify(address + ": " + trouble);
      }
    }
  }

  private HttpResponse<InputStream> send(URI address) throws IOException {
    try {
      var request = HttpRequest.newBuilder(address).timeout(ANSWER_WITHIN);
      if (token != null && !token.isBlank()) {
        request.header("Authorization", "Bearer " + token);
      }
      return http.send(request.build(), BodyHandlers.ofInputStream());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CannotVerify("interrupted at " + address, e);
    }
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
