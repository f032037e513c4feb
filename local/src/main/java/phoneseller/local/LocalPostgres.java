package phoneseller.local;

import java.lang.ProcessBuilder.Redirect;
import java.util.concurrent.CountDownLatch;

/** Runs the shop's PostgreSQL until it is told to stop: {@code --data FOLDER [--port 5482]}. */
public final class LocalPostgres {

  private LocalPostgres() {}

  public static void main(String... words) throws Exception {
    Options options = Options.of(words);
    int port = options.number("port", 5482);
    Postgres postgres = Postgres.start(options.folder("data"), port, Redirect.INHERIT);
    System.out.println("postgres is ready on 127.0.0.1:" + postgres.port());
    new CountDownLatch(1).await();
  }
}
