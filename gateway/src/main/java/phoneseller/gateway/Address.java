package phoneseller.gateway;

import jakarta.servlet.ServletRequest;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * Where a request comes from, as far as limits are concerned: of IPv6 the network, as whoever has
 * one address of it has all of them.
 */
final class Address {

  private static final int NETWORK_BYTES = 8;

  private Address() {}

  static String of(ServletRequest request) {
    return network(request.getRemoteAddr());
  }

  static String network(String address) {
    if (address.indexOf(':') < 0) {
      return address;
    }
    try {
      byte[] bytes = InetAddress.ofLiteral(address).getAddress();
      return bytes.length > NETWORK_BYTES
          ? HexFormat.of().formatHex(Arrays.copyOf(bytes, NETWORK_BYTES))
          : address;
    } catch (IllegalArgumentException e) {
      return address;
    }
  }
}
