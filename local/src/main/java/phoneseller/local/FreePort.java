package phoneseller.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Finds a port for a server that may be stopped and started again. It lies below those that the
 * system gives to outgoing connections, and in a block that belongs to this process until it ends,
 * so that neither they nor tests in other processes take it meanwhile.
 */
public final class FreePort {

  private static final int FIRST = 20_000;
  private static final int BLOCK = 200;
  private static final int BLOCKS = 60;
  private static final Path CLAIMS =
      Path.of(
          System.getProperty("java.io.tmpdir"),
          "phoneseller-ports-" + System.getProperty("user.name"));

  /** Each channel holds the lock of its block's file. */
  private static final Map<Integer, FileChannel> CLAIMED = new HashMap<>();

  private static int block = ThreadLocalRandom.current().nextInt(BLOCKS);
  private static int used = BLOCK;

  private FreePort() {}

  /** Another one at each call; its successor is free, too, for a broker's controller. */
  public static synchronized int find() {
    for (int attempt = 0; attempt < BLOCK * BLOCKS / 2; attempt++) {
      if (used == BLOCK) {
        block = nextBlock();
        used = 0;
      }
      int port = FIRST + block * BLOCK + used;
      used += 2;
      if (isFree(port) && isFree(port + 1)) {
        return port;
      }
    }
    throw new IllegalStateException("no free port from " + FIRST);
  }

  private static int nextBlock() {
    for (int distance = 1; distance <= BLOCKS; distance++) {
      int next = (block + distance) % BLOCKS;
      if (claim(next)) {
        return next;
      }
    }
    throw new IllegalStateException("other processes have all the ports from " + FIRST);
  }

  private static boolean claim(int wanted) {
    if (CLAIMED.containsKey(wanted)) {
      return true;
    }
    try {
      Path file = Files.createDirectories(CLAIMS).resolve(Integer.toString(wanted));
      var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (channel.tryLock() == null) {
        channel.close();
        return false;
      }
      CLAIMED.put(wanted, channel);
      return true;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isFree(int port) {
    try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return socket.isBound();
    } catch (IOException e) {
      return false;
    }
  }
}
