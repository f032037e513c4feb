package phoneseller.login;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * Demo accounts must never guard a shop that others reach: under any profile but the local one, or
 * on an address that is not this machine's own loopback, nothing starts.
 */
final class LocalOnly implements EnvironmentPostProcessor {

  private static final List<String> ADDRESSES =
      List.of("server.address", "management.server.address");

  @Override
  public void postProcessEnvironment(
      ConfigurableEnvironment environment, SpringApplication application) {
    for (String profile : environment.getActiveProfiles()) {
      if (!profile.equals("local")) {
        throw new Refusal(
            "the demo accounts are for one machine alone: it does not start under profile '"
                + profile
                + "'. Configure phoneseller.identity.issuer to be your OpenID provider");
      }
    }
    for (String name : ADDRESSES) {
      String address = environment.getProperty(name, "127.0.0.1");
      if (!isLoopback(address)) {
        throw new Refusal(
            name + " must be a loopback address such as 127.0.0.1, not '" + address + "'");
      }
    }
  }

  static boolean isLoopback(String host) {
    try {
      String bare = host.replaceAll("^\\[(.*)]$", "$1");
      return !bare.isBlank() && InetAddress.getByName(bare).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }
}
