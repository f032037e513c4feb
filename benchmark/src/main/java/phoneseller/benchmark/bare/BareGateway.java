package phoneseller.benchmark.bare;

import java.io.IOException;
import phoneseller.benchmark.http.HttpClients;
import phoneseller.benchmark.http.HttpServer;
import phoneseller.benchmark.http.Message;

/** Passes requests on by their path. */
record BareGateway(HttpClients app, HttpClients customer) implements HttpServer.Handler {

  @Override
  public Message answer(Message request) throws IOException {
    var passed = Message.request(request.method(), request.path(), request.body());
    var answer = (request.path().startsWith("/orders") ? app : customer).exchange(passed);
    String location = answer.header("Location");
    return Message.answer(
        answer.status(), location.isEmpty() ? "" : "Location: " + location + "\r\n", answer.body());
  }
}
