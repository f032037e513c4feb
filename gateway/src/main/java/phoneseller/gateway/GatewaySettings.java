package phoneseller.gateway;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Where the services are, how long they may take, and which pages of other origins may call.
 *
 * @param allowedOrigins patterns such as {@code https://*.phones.example} or {@code
 *     http://localhost:[*]}; none: no page of another origin may call
 */
@ConfigurationProperties("phoneseller.gateway")
record GatewaySettings(
    Backends backends,
    @DefaultValue Connections connections,
    @DefaultValue Streams streams,
    @DefaultValue Slow slow,
    @DefaultValue List<String> allowedOrigins) {

  /** The address of each service, without a path. */
  record Backends(URI app, URI pay, URI customer, URI store, URI reward) {

    Backends {
      for (URI url : List.of(app, pay, customer, store, reward)) {
        if (url.getHost() == null || !url.toString().matches("https?://[^/?#]+/?")) {
          throw new IllegalArgumentException(
              "a backend's address is http://HOST:PORT, not '" + url + "'");
        }
      }
    }
  }

  /**
   * The limits towards each service.
   *
   * @param most connections at once to one service; a service that hangs costs no other its own
   * @param free how long to wait for one of them
   * @param idle unused for longer, a connection is not used again; below the services' own limit
   * @param retryAfter what a client is told when a service is away
   * @param answer the most an answer may weigh
   */
  record Connections(
      @DefaultValue("500ms") Duration connect,
      @DefaultValue("10s") Duration response,
      @DefaultValue("100ms") Duration free,
      @DefaultValue("15s") Duration idle,
      @DefaultValue("256") int most,
      @DefaultValue("5s") Duration retryAfter,
      @DefaultValue("4MB") DataSize answer) {

    Connections {
      for (Duration limit : List.of(connect, response, free, idle, retryAfter)) {
        if (!limit.isPositive()) {
          throw new IllegalArgumentException("a time limit is above 0, not " + limit);
        }
      }
      if (most < 1 || answer.toBytes() < 1 || answer.toBytes() >= Integer.MAX_VALUE) {
        throw new IllegalArgumentException("connections and the weight of an answer are above 0");
      }
    }
  }

  /**
   * The limits of streams of events, which stay open.
   *
   * @param most at once
   * @param each of one person, or one address
   * @param longest before the client is left to connect again
   * @param silence after which the service is taken for dead; it speaks more often
   */
  record Streams(
      @DefaultValue("256") int most,
      @DefaultValue("16") int each,
      @DefaultValue("5m") Duration longest,
      @DefaultValue("40s") Duration silence) {}

  /**
   * The limits for clients that take their time.
   *
   * @param head how long a request's headers may take in all
   * @param body how long its body may take in all
   * @param most of those whose headers take longer than a second; beyond, the first of them end
   * @param end how long the rest of a refused body is still read
   * @param rest how much of it
   * @param held the most that bodies on their way may weigh together
   */
  record Slow(
      @DefaultValue("10s") Duration head,
      @DefaultValue("10s") Duration body,
      @DefaultValue("1000") int most,
      @DefaultValue("5s") Duration end,
      @DefaultValue("2MB") DataSize rest,
      @DefaultValue("16MB") DataSize held) {}
}
