package phoneseller.gateway.pages;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** A file of the pages, ready to be sent, zipped too where that gains something. */
final class Asset {

  private static final int TAG_DIGITS = 20;
  private static final Set<String> PICTURES = Set.of("png", "webp", "ico", "woff2");
  private static final Map<String, String> TYPES =
      Map.ofEntries(
          Map.entry("html", "text/html;charset=UTF-8"),
          Map.entry("css", "text/css;charset=UTF-8"),
          Map.entry("js", "text/javascript;charset=UTF-8"),
          Map.entry("json", "application/json"),
          Map.entry("webmanifest", "application/manifest+json"),
          Map.entry("svg", "image/svg+xml"),
          Map.entry("png", "image/png"),
          Map.entry("webp", "image/webp"),
          Map.entry("ico", "image/x-icon"),
          Map.entry("woff2", "font/woff2"),
          Map.entry("txt", "text/plain;charset=UTF-8"));

  private final String type;
  private final byte[] plain;
  private final byte @Nullable [] zipped;
  private final String tag;
  private final String caching;

  private Asset(String type, byte[] plain, byte @Nullable [] zipped, String caching) {
    this.type = type;
    this.plain = plain;
    this.zipped = zipped;
    this.tag = digest(plain);
    this.caching = caching;
  }

  /** None for a kind of file that a browser is not served. */
  static @Nullable Asset of(String name, byte[] content) {
    String ending = name.substring(name.lastIndexOf('.') + 1);
    String type = TYPES.get(ending);
    if (type == null) {
      return null;
    }
    byte[] zipped = PICTURES.contains(ending) ? content : zip(content);
    boolean rarelyChanges = type.startsWith("image/") || type.startsWith("font/");
    return new Asset(
        type,
        content,
        zipped.length < content.length ? zipped : null,
        rarelyChanges ? "public, max-age=3600" : "no-cache");
  }

  /** The plain and the zipped file are two representations, and have two tags. */
  String etag(boolean asZipped) {
    return "\"" + tag + (asZipped ? "-z\"" : "\"");
  }

  String type() {
    return type;
  }

  boolean isZippable() {
    return zipped != null;
  }

  byte[] bytes(boolean asZipped) {
    return asZipped && zipped != null ? zipped : plain;
  }

  String caching() {
    return caching;
  }

  private static byte[] zip(byte[] content) {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new GZIPOutputStream(bytes)) {
      zip.write(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static String digest(byte[] content) {
    try {
      var digest = MessageDigest.getInstance("SHA-256").digest(content);
      return HexFormat.of().formatHex(digest).substring(0, TAG_DIGITS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
