package phoneseller.customer.projection;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import phoneseller.customer.view.Step;

/** Happenings as bytes, for as long as the process that wrote them lives. */
final class HappeningCodec {

  private HappeningCodec() {}

  static void write(Happening h, DataOutputStream out) throws IOException {
    out.writeLong(h.orderId());
    out.writeUTF(h.source());
    out.writeUTF(h.eventId());
    out.writeUTF(h.step().event());
    out.writeLong(ChronoUnit.MICROS.between(Instant.EPOCH, h.at()));
    out.writeLong(h.rowId());
    writeText(h.customerId(), out);
    writeText(h.item(), out);
    writeNumber(h.qty(), out);
    writeNumber(h.price(), out);
    writeNumber(h.point(), out);
    writeText(h.correlationId(), out);
  }

  static List<Happening> readAll(byte[] bytes) throws IOException {
    var happenings = new ArrayList<Happening>();
    var in = new DataInputStream(new ByteArrayInputStream(bytes));
    while (in.available() > 0) {
      happenings.add(read(in));
    }
    return happenings;
  }

  private static Happening read(DataInputStream in) throws IOException {
    return new Happening(
        in.readLong(),
        in.readUTF(),
        in.readUTF(),
        Step.of(in.readUTF()),
        Instant.EPOCH.plus(in.readLong(), ChronoUnit.MICROS),
        in.readLong(),
        readText(in),
        readText(in),
        readInt(in),
        readLong(in),
        readLong(in),
        readText(in));
  }

  private static void writeText(@Nullable String text, DataOutputStream out) throws IOException {
    out.writeBoolean(text != null);
    if (text != null) {
      out.writeUTF(text);
    }
  }

  private static @Nullable String readText(DataInputStream in) throws IOException {
    return in.readBoolean() ? in.readUTF() : null;
  }

  private static void writeNumber(@Nullable Number number, DataOutputStream out)
      throws IOException {
    out.writeBoolean(number != null);
    if (number != null) {
      out.writeLong(number.longValue());
    }
  }

  private static @Nullable Long readLong(DataInputStream in) throws IOException {
    return in.readBoolean() ? in.readLong() : null;
  }

  private static @Nullable Integer readInt(DataInputStream in) throws IOException {
    return in.readBoolean() ? Integer.valueOf((int) in.readLong()) : null;
  }
}
