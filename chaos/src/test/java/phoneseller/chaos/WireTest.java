package phoneseller.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import phoneseller.local.FreePort;

/** Behind the wire is somebody who answers every byte with a thousand of its kind. */
class WireTest {

  private static final int THOUSAND = 1_000;

  private ServerSocket behind;
  private Wire wire;

  @BeforeEach
  void connect() throws IOException {
    behind = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    wire = new Wire(FreePort.find(), behind.getLocalPort());
    Thread.ofVirtual().start(this::serve);
  }

  @AfterEach
  void close() throws IOException {
    wire.close();
    behind.close();
  }

  @Test
  void anOpenWirePassesEverything() throws IOException {
    try (var socket = call()) {
      ask(socket, 7);
      assertThat(answer(socket, THOUSAND)).hasSize(THOUSAND).containsOnly(7);
    }
  }

  @Test
  void whatTheOtherSideSaidBeforeItLeftStillArrives() throws IOException {
    try (var socket = call()) {
      ask(socket, 0);
      assertThat(socket.getInputStream().readAllBytes()).hasSize(THOUSAND).containsOnly(0);
    }
  }

  @Test
  void aCutWireResetsAndRefusesUntilItIsOpenAgain() throws IOException {
    try (var socket = call()) {
      ask(socket, 7);
      answer(socket, THOUSAND);
      wire.cut();

      assertThatThrownBy(() -> socket.getInputStream().read()).isInstanceOf(SocketException.class);
      // The system closes a door when the thread that listens there has left it.
      await()
          .untilAsserted(() -> assertThatThrownBy(this::call).isInstanceOf(ConnectException.class));
    }

    wire.open();
    try (var socket = call()) {
      ask(socket, 7);
      assertThat(answer(socket, THOUSAND)).containsOnly(7);
    }
  }

  @Test
  void whereNobodyListensTheWireRefusesUntilSomebodyDoes() throws IOException {
    int port = behind.getLocalPort();
    behind.close();
    await()
        .untilAsserted(() -> assertThatThrownBy(this::call).isInstanceOf(ConnectException.class));

    behind = new ServerSocket(port, 10, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::serve);
    await()
        .ignoreException(ConnectException.class)
        .untilAsserted(() -> {
          try (var socket = call()) {
            ask(socket, 7);
            assertThat(answer(socket, THOUSAND)).containsOnly(7);
          }
        });
  }

  @Test
  void aStalledWireAcceptsAndPassesNothingAndGoesOnAfterwards() throws IOException {
    wire.stall();
    try (var socket = call()) {
      ask(socket, 7);
      socket.setSoTimeout(300);
      assertThatThrownBy(() -> socket.getInputStream().read())
          .isInstanceOf(SocketTimeoutException.class);

      wire.open();
      socket.setSoTimeout(5_000);
      assertThat(answer(socket, THOUSAND)).containsOnly(7);
    }
  }

  @Test
  void aDelayedWirePassesEverythingLater() throws IOException {
    try (var socket = call()) {
      ask(socket, 7);
      answer(socket, THOUSAND);
      wire.delay(Duration.ofMillis(200));

      long start = System.nanoTime();
      ask(socket, 8);
      assertThat(answer(socket, THOUSAND)).containsOnly(8);
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(400));
    }
  }

  @Test
  void newConnectionsLeadToSeveralInTurn() throws IOException {
    try (var other = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        var before = call()) {
      wire.lead(List.of(behind.getLocalPort(), other.getLocalPort()));
      try (var first = call();
          var second = call()) {
        try (var taken = other.accept()) {
          taken.getOutputStream().write(9);
        }
        ask(before, 7);
        assertThat(answer(before, THOUSAND)).containsOnly(7);
        var answers = List.of(first, second).stream().map(WireTest::asked).toList();
        assertThat(answers).containsExactlyInAnyOrder(7, 9);
      }
    }
  }

  private static int asked(Socket socket) {
    try {
      ask(socket, 7);
      return socket.getInputStream().read();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void everyThirdAnswerEndsInItsMiddle() throws IOException {
    wire.cutAnswers();
    try (var socket = call()) {
      for (int i = 0; i < 2; i++) {
        ask(socket, 7);
        assertThat(answer(socket, THOUSAND)).hasSize(THOUSAND);
      }
      ask(socket, 7);
      assertThatThrownBy(
              () -> {
                if (answer(socket, THOUSAND).length < THOUSAND) {
                  throw new SocketException("half");
                }
              })
          .isInstanceOf(SocketException.class);
    }
  }

  private Socket call() throws IOException {
    var socket = new Socket(InetAddress.getLoopbackAddress(), wire.port());
    socket.setSoTimeout(5_000);
    return socket;
  }

  private static void ask(Socket socket, int what) throws IOException {
    socket.getOutputStream().write(what);
  }

  private static byte[] answer(Socket socket, int length) throws IOException {
    return socket.getInputStream().readNBytes(length);
  }

  private void serve() {
    while (!behind.isClosed()) {
      try {
        var socket = behind.accept();
        Thread.ofVirtual().start(() -> serve(socket));
      } catch (IOException e) {
        return;
      }
    }
  }

  /** A zero is the last that it answers. */
  private static void serve(Socket socket) {
    try (socket) {
      InputStream in = socket.getInputStream();
      for (int what = in.read(); what >= 0; what = in.read()) {
        byte[] thousand = new byte[THOUSAND];
        Arrays.fill(thousand, (byte) what);
        socket.getOutputStream().write(thousand);
        if (what == 0) {
          return;
        }
      }
    } catch (IOException e) {
      // the caller has gone
    }
  }
}
