package phoneseller.customer.projection;

import static java.util.Comparator.comparingLong;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Sorts by their orders what is more than memory holds: what has happened to neighbouring orders is
 * collected in a section, and sections wait in a temporary file. The file has lost its name when it
 * is opened, so that it goes with the process, however that ends.
 */
final class Spool implements AutoCloseable {

  /** Ids of a section. */
  private static final int NEIGHBOURS = 512;

  private final long full;
  private final int memory;
  private final TreeMap<Long, Section> sections = new TreeMap<>();
  private @Nullable FileChannel file;
  private long written;
  private int buffered;

  private record Block(long begin, int length) {}

  /** Of its happenings the newest are not in the file yet. */
  private static final class Section {
    private final List<Block> blocks = new ArrayList<>();
    private ByteArrayOutputStream newest = new ByteArrayOutputStream();

    int add(Happening happening) throws IOException {
      int before = newest.size();
      HappeningCodec.write(happening, new DataOutputStream(newest));
      return newest.size() - before;
    }

    byte[] takeNewest() {
      var bytes = newest.toByteArray();
      newest = new ByteArrayOutputStream();
      return bytes;
    }
  }

  /**
   * @param full bytes from which on it should take no more
   * @param memory bytes that may wait there before they are written
   */
  Spool(long full, int memory) {
    this.full = full;
    this.memory = memory;
  }

  synchronized boolean isFull() {
    return written + buffered >= full;
  }

  /**
   * @throws UncheckedIOException when the disk has no room for it
   */
  synchronized void add(Happening happening) {
    long place = Math.floorDiv(happening.orderId(), NEIGHBOURS);
    try {
      buffered += sections.computeIfAbsent(place, _ -> new Section()).add(happening);
      if (buffered >= memory) {
        flush();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Takes all that has happened to the next orders, by ascending order; nothing at the end. */
  synchronized List<Happening> next() {
    var first = sections.pollFirstEntry();
    if (first == null) {
      return List.of();
    }
    try {
      var happenings = HappeningCodec.readAll(first.getValue().takeNewest());
      for (var block : first.getValue().blocks) {
        happenings.addAll(HappeningCodec.readAll(read(block)));
      }
      happenings.sort(comparingLong(Happening::orderId));
      return happenings;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void flush() throws IOException {
    for (var section : sections.values()) {
      var bytes = ByteBuffer.wrap(section.takeNewest());
      if (bytes.hasRemaining()) {
        section.blocks.add(new Block(written, bytes.remaining()));
      }
      while (bytes.hasRemaining()) {
        written += file().write(bytes, written);
      }
    }
    buffered = 0;
  }

  private byte[] read(Block block) throws IOException {
    var bytes = ByteBuffer.allocate(block.length);
    while (bytes.hasRemaining()) {
      if (file().read(bytes, block.begin + bytes.position()) < 0) {
        throw new EOFException();
      }
    }
    return bytes.array();
  }

  private FileChannel file() throws IOException {
    if (file == null) {
      file =
          FileChannel.open(
              Files.createTempFile("rebuild-", ".spool"),
              StandardOpenOption.READ,
              StandardOpenOption.WRITE,
              StandardOpenOption.DELETE_ON_CLOSE);
    }
    return file;
  }

  @Override
  public void close() {
    if (file != null) {
      try {
        file.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
