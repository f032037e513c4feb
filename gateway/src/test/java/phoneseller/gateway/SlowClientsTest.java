package phoneseller.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Clients that send a byte now and then, for as long as they are let. */
@ExtendWith(OutputCaptureExtension.class)
class SlowClientsTest {

  private static final int MANY = Integer.getInteger("slow.clients", 200);

  private static final Backend APP = new Backend();
  private static final Door DOOR =
      new Door(
          "app=" + APP.port(),
          "phoneseller.gateway.slow.head=2s",
          "phoneseller.gateway.slow.body=2s",
          "phoneseller.gateway.slow.end=3s",
          "phoneseller.gateway.slow.most=50",
          "phoneseller.http.limit.in-flight=2");
  private static final ScheduledExecutorService DRIPS = Executors.newScheduledThreadPool(2);

  @AfterAll
  static void close() {
    DRIPS.shutdownNow();
    DOOR.close();
    APP.close();
  }

  @Test
  void manySlowClientsKeepNobodyFromOrderingAndAreToldOfOnceAtMost(CapturedOutput output)
      throws IOException {
    var slow = new ArrayList<Slow>();
    try {
      for (int i = 0; i < MANY; i++) {
        slow.add(i % 2 == 0 ? Slow.head() : Slow.body());
        if (i % 20 == 0) {
          assertThat(DOOR.post("/orders", "{}").statusCode()).isEqualTo(200);
        }
      }
      for (int i = 0; i < 20; i++) {
        assertThat(DOOR.post("/orders", "{}").statusCode()).isEqualTo(200);
      }
      await().atMost(Duration.ofSeconds(60)).until(() -> slow.stream().allMatch(Slow::isEnded));
      assertThat(DOOR.post("/orders", "{}").statusCode()).isEqualTo(200);
      assertThat(output.toString().lines().filter(line -> line.contains("took too long to come")))
          .hasSizeLessThan(2);
    } finally {
      for (Slow client : slow) {
        client.close();
      }
    }
  }

  @Test
  void aHeadThatTakesTooLongEndsTheConnection() throws IOException {
    try (var slow = Slow.head()) {
      await().atMost(Duration.ofSeconds(30)).until(slow::isEnded);
    }
  }

  @Test
  void aBodyThatTakesTooLongIsA408AndFloodsNoLog(CapturedOutput output) throws IOException {
    int before = output.length();
    try (var slow = Slow.body()) {
      assertThat(slow.answer()).startsWith("HTTP/1.1 408").contains("application/problem+json");
      await().atMost(Duration.ofSeconds(30)).until(slow::isEnded);
    }
    assertThat(output.toString().substring(before).lines().filter(line -> !line.contains("took")))
        .isEmpty();
  }

  @Test
  void theRestOfARefusedBodyIsNotReadForEver() throws IOException {
    try (var slow = Slow.tooLarge()) {
      assertThat(slow.answer()).startsWith("HTTP/1.1 413");
      await().atMost(Duration.ofSeconds(30)).until(slow::isEnded);
    }
  }

  @Test
  void whoIsIdleBetweenTwoRequestsIsLeftAlone() throws IOException {
    try (var idle = new Socket(InetAddress.getLoopbackAddress(), DOOR.port())) {
      idle.setSoTimeout(10_000);
      String request = "GET /orders HTTP/1.1\r\nHost: localhost\r\n\r\n";
      idle.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      assertThat(idle.getInputStream().read()).isEqualTo('H');
      await().pollDelay(Duration.ofSeconds(4)).atMost(Duration.ofSeconds(10)).until(() -> true);
      idle.getInputStream().skipNBytes(idle.getInputStream().available());
      idle.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      assertThat(idle.getInputStream().read()).isEqualTo('H');
    }
  }

  @Test
  void aBodyOfTenMegabytesIsRefusedAtOnce() throws IOException {
    try (var large = new Socket(InetAddress.getLoopbackAddress(), DOOR.port())) {
      large.setSoTimeout(10_000);
      large
          .getOutputStream()
          .write(
              "POST /orders HTTP/1.1\r\nHost: localhost\r\nContent-Length: 10000000\r\n\r\n"
                  .getBytes(StandardCharsets.US_ASCII));
      var head = new String(large.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
      assertThat(head).isEqualTo("HTTP/1.1 413");
    }
  }

  @Test
  void tenThousandHeadersAreRefused() throws IOException {
    var head = new StringBuilder("GET /orders HTTP/1.1\r\nHost: localhost\r\n");
    for (int i = 0; i < 10_000; i++) {
      head.append("a:\r\n");
    }
    int before = APP.seen().size();
    try (var many = new Socket(InetAddress.getLoopbackAddress(), DOOR.port())) {
      many.setSoTimeout(10_000);
      try {
        many.getOutputStream()
            .write(head.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII));
      } catch (SocketException e) {
        assertThat(e).hasMessageMatching(".*(pipe|reset).*");
      }
      assertThat(Slow.everything(many)).matches("(?s)(HTTP/1.1 4.*)?");
    }
    assertThat(APP.seen()).hasSize(before);
  }

  /** A connection on which a byte comes every 200 ms. */
  private static final class Slow implements AutoCloseable {

    private final Socket socket;
    private final ScheduledFuture<?> drip;
    private volatile boolean ended;

    private Slow(String first, String next) throws IOException {
      socket = new Socket(InetAddress.getLoopbackAddress(), DOOR.port());
      socket.setSoTimeout(20_000);
      socket.getOutputStream().write(first.getBytes(StandardCharsets.US_ASCII));
      drip = DRIPS.scheduleAtFixedRate(() -> drip(next), 200, 200, TimeUnit.MILLISECONDS);
    }

    static Slow head() throws IOException {
      return new Slow("GET /orders HTTP/1.1\r\nHost: localhost\r\nX-Long: ", "x");
    }

    static Slow body() throws IOException {
      return new Slow(
          "POST /orders HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5000\r\n\r\n", "x");
    }

    static Slow tooLarge() throws IOException {
      return new Slow(
          "POST /orders HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000000\r\n\r\n", "x");
    }

    private void drip(String next) {
      try {
        socket.getOutputStream().write(next.getBytes(StandardCharsets.US_ASCII));
      } catch (IOException e) {
        ended = true;
        throw new IllegalStateException(e);
      }
    }

    boolean isEnded() {
      return ended;
    }

    String answer() throws IOException {
      var in = socket.getInputStream();
      var read = new StringBuilder();
      for (int c = in.read(); c >= 0; c = in.read()) {
        read.append((char) c);
        if (read.indexOf("}") >= 0) {
          break;
        }
      }
      return read.toString();
    }

    static String everything(Socket socket) throws IOException {
      try {
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      } catch (SocketException e) {
        return "";
      }
    }

    @Override
    public void close() throws IOException {
      drip.cancel(true);
      socket.close();
    }
  }
}
