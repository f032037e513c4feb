package phoneseller.benchmark.bare;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import phoneseller.benchmark.http.HttpClients;
import phoneseller.benchmark.http.HttpServer;
import phoneseller.chaos.Options;

/**
 * One of the six: {@code --service app --port N --broker ADDRESS --folder FOLDER [--postgres PORT]
 * [--app PORT] [--pay PORT] [--reward PORT] [--customer PORT]}.
 */
public final class BareService {

  private final Options options;
  private final String name;

  private BareService(Options options) {
    this.options = options;
    this.name = options.text("service", "");
  }

  public static void main(String... words) {
    Ending.onFailure(() -> new BareService(Options.of(words)).run());
  }

  private void run() throws Exception {
    HttpServer.Handler handler =
        switch (name) {
          case "gateway" -> new BareGateway(peer("app"), peer("customer"));
          case "app" -> app();
          case "pay" -> pay();
          case "store" -> store();
          case "reward" -> reward();
          case "customer" -> customer();
          default -> throw new IllegalArgumentException("there is no service " + name);
        };
    new HttpServer(
            (int) options.number("port", 0),
            request ->
                request.path().startsWith("/actuator/") ? Answers.EMPTY : handler.answer(request))
        .start();
  }

  private HttpClients peer(String service) {
    return new HttpClients((int) options.number(service, 0));
  }

  private HttpServer.Handler app() throws SQLException {
    var commits = commits(BareApp.TABLES);
    var app = new BareApp(commits, peer("pay"));
    feed(commits, app);
    return app;
  }

  private HttpServer.Handler pay() throws SQLException {
    var commits = commits(BarePay.TABLES);
    var pay = new BarePay(commits, peer("reward"));
    feed(commits, pay);
    return pay;
  }

  private HttpServer.Handler store() throws SQLException {
    feed(commits(BareStore.TABLES), new BareStore());
    return _ -> Answers.EMPTY;
  }

  private HttpServer.Handler reward() throws SQLException {
    var commits = commits(BareReward.TABLES);
    var reward = new BareReward(commits);
    feed(commits, reward);
    return reward;
  }

  private HttpServer.Handler customer() throws SQLException {
    feed(commits(BareCustomer.TABLES), new BareCustomer(database().isPostgres()));
    return new BareView(database());
  }

  private Database database() {
    long postgres = options.number("postgres", 0);
    return postgres == 0
        ? Database.onFiles(Path.of(options.text("folder", ".")).toString(), name)
        : Database.onPostgres((int) postgres, name);
  }

  private Commits commits(List<String> tables) throws SQLException {
    database().create(tables);
    var relay = new Relay(database(), broker());
    var commits = new Commits(database(), relay::wake);
    relay.start();
    commits.start();
    return commits;
  }

  private void feed(Commits commits, Feed.Reaction reaction) {
    new Feed(name, broker(), commits, reaction).start();
  }

  private String broker() {
    return options.text("broker", "");
  }
}
