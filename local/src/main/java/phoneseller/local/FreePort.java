package phoneseller.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Finds a port for a server that may be stopped and started again. It lies below those that the
 * system gives to outgoing connections, so that none of them takes it meanwhile.
 */
public final class FreePort {

  private static final int FIRST = 20_000;
  private static final int PAIRS = 6_000;
  private static final AtomicInteger NEXT =
      new AtomicInteger(ThreadLocalRandom.current().nextInt(PAIRS));

  private FreePort() {}

  /** Another one at each call; its successor is free, too, for a broker's controller. */
  public static int find() {
    for (int attempt = 0; attempt < PAIRS; attempt++) {
      int port = FIRST + 2 * (NEXT.getAndIncrement() % PAIRS);
      if (isFree(port) && isFree(port + 1)) {
        return port;
      }
    }
    throw new IllegalStateException("no free port from " + FIRST);
  }

  private static boolean isFree(int port) {
    try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return socket.isBound();
    } catch (IOException e) {
      return false;
    }
  }
}
