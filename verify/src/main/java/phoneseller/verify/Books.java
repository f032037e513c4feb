package phoneseller.verify;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import phoneseller.verify.OrderFacts.Booked;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The payment provider's books, read line by line and kept as a few numbers an order: how many
 * different keys were charged, what amount, how often it was refunded.
 */
final class Books {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final int BLOCK = 512;

  private final Shop shop;
  private final URI journal;
  private final TreeMap<Long, Block> blocks = new TreeMap<>();
  private final Set<Long> refundedKeys = new HashSet<>();
  private boolean kept = true;
  private long read;

  Books(Shop shop, Addresses at) {
    this.shop = shop;
    this.journal = Join.list(at.pay(), "payments/provider/journal");
  }

  /** A line of the journal. */
  private record Line(@Nullable Long orderId, String key, long amount, String kind) {}

  private static final class Block {
    private final long[] key = new long[BLOCK];
    private final long[] amount = new long[BLOCK];
    private final byte[] charges = new byte[BLOCK];
    private final byte[] refunds = new byte[BLOCK];
  }

  /** Reads what has been added since the last time; false when no books are kept. */
  boolean catchUp() {
    if (kept) {
      kept = shop.get(() -> URI.create(journal + "?from=" + read), this::lines).isPresent();
    }
    return kept;
  }

  /** Null when no books are kept. */
  @Nullable Booked of(long order) {
    if (!kept) {
      return null;
    }
    var block = blocks.get(order / BLOCK);
    if (block == null) {
      return Booked.NOTHING;
    }
    int i = (int) (order % BLOCK);
    boolean alsoRefunded = block.refunds[i] == 0 && refundedKeys.contains(block.key[i]);
    return new Booked(block.charges[i], block.amount[i], alsoRefunded ? 1 : block.refunds[i]);
  }

  /** Orders that were charged, whether they exist or not. */
  void forEachCharged(LongConsumer order) {
    blocks.forEach((number, block) -> {
      for (int i = 0; i < BLOCK; i++) {
        if (block.charges[i] > 0) {
          order.accept(number * BLOCK + i);
        }
      }
    });
  }

  /** A connection that breaks in between has lost nothing: the next begins after the last line. */
  private boolean lines(InputStream body) throws IOException {
    var in = new BufferedInputStream(body, 1 << 16);
    var line = new ByteArrayOutputStream(200);
    for (int b = in.read(); b >= 0; b = in.read()) {
      if (b == '\n') {
        book(line.toByteArray());
        read += line.size() + 1L;
        line.reset();
      } else {
        line.write(b);
      }
    }
    return true;
  }

  private void book(byte[] text) {
    Line line;
    try {
      line = JSON.readValue(text, Line.class);
    } catch (JacksonException e) {
      return; // A writer was killed within it: what it would have told was never answered.
    }
    var id = UUID.fromString(line.key());
    long key = id.getMostSignificantBits() ^ id.getLeastSignificantBits();
    boolean charge = line.kind().equals("charge");
    if (line.orderId() == null) {
      refundedKeys.add(key);
      return;
    }
    var block = blocks.computeIfAbsent(line.orderId() / BLOCK, _ -> new Block());
    int i = (int) (line.orderId() % BLOCK);
    if (charge) {
      block.key[i] = key;
      block.amount[i] = line.amount();
      block.charges[i] = more(block.charges[i]);
    } else {
      block.refunds[i] = more(block.refunds[i]);
    }
  }

  private static byte more(byte times) {
    return (byte) Math.min(times + 1, Byte.MAX_VALUE);
  }
}
