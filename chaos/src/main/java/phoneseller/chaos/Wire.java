package phoneseller.chaos;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A connection within the shop that can be cut, stalled and delayed. It listens on a port of its
 * own and passes everything on to the one behind it.
 */
public final class Wire implements AutoCloseable {

  private static final int CHUNK = 32 * 1024;
  private static final int CUT_EVERY = 3;
  private static final Duration PROBE = Duration.ofMillis(50);

  private final int port;
  private volatile List<Integer> behind;
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
  private final AtomicInteger calls = new AtomicInteger();
  private final AtomicInteger answers = new AtomicInteger();
  private volatile State state = State.OPEN;
  private volatile Duration delay = Duration.ZERO;
  private @Nullable ServerSocket door;

  private enum State {
    OPEN,
    STALLED,
    HALF_ANSWERS,
    CUT
  }

  Wire(int port, int behind) {
    this.port = port;
    this.behind = List.of(behind);
    listen();
  }

  public int port() {
    return port;
  }

  /** As if nothing had ever been wrong; what was stalled goes on. */
  public synchronized void open() {
    boolean wasCut = state == State.CUT;
    delay = Duration.ZERO;
    become(State.OPEN);
    if (wasCut) {
      listen();
    }
  }

  /**
   * New connections lead to these ports in turn from now on; those that there are stay as they are.
   */
  void lead(List<Integer> to) {
    behind = List.copyOf(to);
  }

  private InetSocketAddress next() {
    var ports = behind;
    int port = ports.get(Math.floorMod(calls.getAndIncrement(), ports.size()));
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
  }

  /** Connections are reset, and new ones refused. */
  public synchronized void cut() {
    become(State.CUT);
    closeDoor();
    sockets.forEach(Wire::reset);
  }

  /** Connections are accepted and kept, and nothing passes, in either direction. */
  public void stall() {
    become(State.STALLED);
  }

  /** Everything comes so much later, in both directions. */
  public void delay(Duration by) {
    delay = by;
  }

  /** Every third answer ends in its middle, and its connection with it. */
  public void cutAnswers() {
    become(State.HALF_ANSWERS);
  }

  @Override
  public synchronized void close() {
    if (state != State.CUT) {
      cut();
    }
  }

  private synchronized void become(State next) {
    state = next;
    notifyAll();
  }

  private synchronized void awaitPassage() throws InterruptedException {
    while (state == State.STALLED) {
      wait();
    }
  }

  private synchronized void listen() {
    if (door != null && !door.isClosed()) {
      return;
    }
    try {
      var server = new ServerSocket();
      server.setReuseAddress(true);
      server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 200);
      door = server;
      Thread.ofVirtual().name("wire-" + port).start(() -> accept(server));
    } catch (IOException e) {
      throw new UncheckedIOException("port " + port, e);
    }
  }

  private void closeDoor() {
    try {
      if (door != null) {
        door.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void accept(ServerSocket server) {
    while (!server.isClosed()) {
      try {
        var caller = server.accept();
        Thread.ofVirtual().start(() -> connect(caller));
      } catch (IOException e) {
        return;
      }
    }
  }

  private void connect(Socket caller) {
    sockets.add(caller);
    var callee = new Socket();
    sockets.add(callee);
    try {
      awaitPassage();
      reach(callee);
      caller.setTcpNoDelay(true);
      callee.setTcpNoDelay(true);
      if (state == State.CUT) {
        throw new IOException("cut");
      }
      Thread.ofVirtual().start(() -> ask(caller, callee));
      answer(callee, caller);
    } catch (IOException | InterruptedException e) {
      reset(caller);
      reset(callee);
    } finally {
      sockets.remove(caller);
      sockets.remove(callee);
    }
  }

  private void reach(Socket callee) throws IOException {
    try {
      callee.connect(next(), 5_000);
    } catch (ConnectException e) {
      refuse();
      throw e;
    }
  }

  /** Where nobody listens, a wire does not either, until somebody does again. */
  private synchronized void refuse() {
    if (state != State.CUT && door != null && !door.isClosed()) {
      closeDoor();
      Thread.ofVirtual().start(this::awaitListener);
    }
  }

  private void awaitListener() {
    while (state != State.CUT) {
      try (var probe = new Socket()) {
        probe.connect(next(), 1_000);
        listenUnlessCut();
        return;
      } catch (IOException e) {
        Waiting.pause(PROBE);
      }
    }
  }

  private synchronized void listenUnlessCut() {
    if (state != State.CUT) {
      listen();
    }
  }

  /** A callee that does not listen any more may still answer: its own direction ends that. */
  private void ask(Socket caller, Socket callee) {
    byte[] chunk = new byte[CHUNK];
    try {
      var in = caller.getInputStream();
      for (int length = in.read(chunk); length >= 0; length = in.read(chunk)) {
        hold();
        if (!written(callee.getOutputStream(), chunk, length)) {
          return;
        }
      }
      callee.shutdownOutput();
    } catch (IOException | InterruptedException e) {
      reset(callee);
    }
  }

  private void answer(Socket callee, Socket caller) throws IOException, InterruptedException {
    byte[] chunk = new byte[CHUNK];
    var in = callee.getInputStream();
    var out = caller.getOutputStream();
    for (int length = in.read(chunk); length >= 0; length = in.read(chunk)) {
      hold();
      if (state == State.HALF_ANSWERS && answers.incrementAndGet() % CUT_EVERY == 0) {
        out.write(chunk, 0, length / 2);
        throw new IOException("cut");
      }
      out.write(chunk, 0, length);
    }
    caller.close();
    callee.close();
  }

  private void hold() throws InterruptedException {
    Thread.sleep(delay);
    awaitPassage();
  }

  private static boolean written(OutputStream out, byte[] chunk, int length) {
    try {
      out.write(chunk, 0, length);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static void reset(Socket socket) {
    try {
      socket.setSoLinger(true, 0);
      socket.close();
    } catch (IOException e) {
      // it is closed already
    }
  }
}
