package phoneseller.pay.adapter.provider;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;

/**
 * The file that the provider's books are kept in: lines are only ever added, by any number of
 * instances. Another file carries the lock, as closing any reader of a locked file unlocks it.
 */
final class Journal implements AutoCloseable {

  private static final int PART = 65_536;

  private final Path path;
  private final RandomAccessFile file;
  private final FileChannel lock;
  private long read;

  /**
   * Opens the journal, or begins one.
   *
   * @param remembered how many bytes of what is written already are worth reading
   */
  Journal(Path path, long remembered) {
    try {
      Files.createDirectories(path.toAbsolutePath().getParent());
      this.path = path;
      this.file = new RandomAccessFile(path.toFile(), "rw");
      this.lock =
          FileChannel.open(
              path.resolveSibling(path.getFileName() + ".lock"),
              StandardOpenOption.CREATE,
              StandardOpenOption.WRITE);
      this.read = Math.max(0, file.length() - remembered);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** No other instance writes until it is closed. */
  FileLock lock() throws IOException {
    return lock.lock();
  }

  /**
   * Reads the lines that were added since the last time, and finishes one that its writer could
   * not; the caller has the lock.
   */
  void catchUp(Consumer<String> line) throws IOException {
    long end = file.length();
    while (read < end) {
      byte[] added = new byte[(int) Math.min(PART, end - read)];
      file.seek(read);
      file.readFully(added);
      var text = new String(added, ISO_8859_1);
      int lines = text.lastIndexOf('\n') + 1;
      if (lines == 0) {
        read = end;
        append("");
        return;
      }
      text.substring(0, lines).lines().forEach(line);
      read += lines;
    }
  }

  /** Adds a line with one write, so that it is there whole when its writer is killed after it. */
  void append(String line) throws IOException {
    byte[] bytes = (line + "\n").getBytes(ISO_8859_1);
    file.seek(read);
    file.write(bytes);
    read += bytes.length;
  }

  /** Copies the finished lines from a byte on; who writes meanwhile is not kept waiting. */
  void copy(long from, OutputStream out) throws IOException {
    try (var reader = FileChannel.open(path, StandardOpenOption.READ)) {
      long end = endOfLines(reader, from);
      if (end > from) {
        reader.transferTo(from, end - from, Channels.newChannel(out));
      }
    }
  }

  private static long endOfLines(FileChannel reader, long from) throws IOException {
    var one = ByteBuffer.allocate(1);
    for (long end = reader.size(); end > from; end--) {
      reader.read(one.clear(), end - 1);
      if (one.get(0) == '\n') {
        return end;
      }
    }
    return from;
  }

  @Override
  public void close() throws IOException {
    file.close();
    lock.close();
  }
}
