package phoneseller.browser;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/**
 * A page of another origin that tries to order, to cancel, to sign out and to read for its visitor.
 */
final class Elsewhere implements AutoCloseable {

  private static final String PAGE =
      """
      <!doctype html><html lang="en"><title>elsewhere</title>
      <p id="tried"></p><p id="read"></p>
      <form method="post" action="SHOP/orders" enctype="text/plain">
        <input name='{"item":"GX Note99","qty":1,"customerId":"customer-2","x":"' value='"}'>
        <button>win a phone</button>
      </form>
      <script>
        const order = JSON.stringify({ item: "GX Note99", qty: 1 });
        const json = { "Content-Type": "application/json" };
        const cookies = { credentials: "include" };
        const tries = [
          ["SHOP/orders", { method: "POST", mode: "no-cors", body: order, ...cookies }],
          ["SHOP/orders", { method: "POST", headers: json, body: order, ...cookies }],
          ["SHOP/orders/ORDER", { method: "PATCH", headers: json, body: '{"status":"cancel"}', ...cookies }],
          ["SHOP/session/logout", { method: "POST", mode: "no-cors", ...cookies }],
          ["SHOP/orders/ORDER", cookies],
          ["SHOP/session", cookies],
        ];
        let tried = 0;
        for (const [address, how] of tries) {
          fetch(address, how)
            .then((answer) => answer.text())
            .then((text) => (document.querySelector("#read").textContent += text), () => {})
            .then(() => (document.querySelector("#tried").textContent = ++tried));
        }
      </script>
      </html>
      """;

  private final HttpServer server;

  Elsewhere(String shop, long order) {
    byte[] page =
        PAGE.replace("SHOP", shop)
            .replace("ORDER", Long.toString(order))
            .getBytes(StandardCharsets.UTF_8);
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext(
        "/",
        exchange -> {
          exchange.getResponseHeaders().add("Content-Type", "text/html");
          exchange.sendResponseHeaders(200, page.length);
          exchange.getResponseBody().write(page);
          exchange.close();
        });
    server.start();
  }

  String address(String host) {
    return "http://" + host + ":" + server.getAddress().getPort() + "/";
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
