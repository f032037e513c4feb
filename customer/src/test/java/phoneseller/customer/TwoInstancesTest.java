package phoneseller.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import phoneseller.contracts.ShopEvent;
import phoneseller.customer.projection.ViewContents;
import phoneseller.customer.view.ActiveSet;
import phoneseller.messaging.Delivery;
import phoneseller.testing.TestDatabase;

/** Two instances on one PostgreSQL share the partitions, the view, and the right to rebuild it. */
class TwoInstancesTest {

  private final TestTopic topic = new TestTopic();
  private final TestDatabase.Address database = TestDatabase.POSTGRESQL.create();
  private final HttpClient http = HttpClient.newHttpClient();
  private final ConfigurableApplicationContext one = instance("one");
  private final ConfigurableApplicationContext other = instance("other");
  private final JdbcTemplate jdbc = one.getBean(JdbcTemplate.class);

  @AfterEach
  void close() {
    one.close();
    other.close();
    topic.close();
    http.close();
  }

  @Test
  void bothGoOnWithTheNewViewWhoeverHasRebuiltIt() {
    var early = lives(1, 200);
    topic.publish(early);
    awaitView(early);
    var late = lives(201, 400);
    var publishing = CompletableFuture.runAsync(() -> batches(late).forEach(topic::publish));

    assertThat(rebuild(one).statusCode()).isEqualTo(202);
    assertThat(ended(other)).contains("\"state\":\"DONE\"", " as before", "0 of ");

    publishing.join();
    var all = new ArrayList<>(early);
    all.addAll(late);
    awaitView(all);
    for (var instance : List.of(one, other)) {
      await()
          .untilAsserted(() ->
              assertThat(get(instance, "/customers?size=1").body())
                  .contains("\"totalElements\":400"));
      assertThat(get(instance, "/customers/400/timeline").body()).contains("PayCancelled");
    }
  }

  @Test
  void oneRebuildsAtATimeAndTheOtherTakesOverWhenThatOneStops() {
    var events = lives(1, 20);
    topic.publish(events);
    awaitView(events);
    jdbc.update("update active_set set swapped_at = current_timestamp + interval '1' hour");

    assertThat(rebuild(one).statusCode()).isEqualTo(202);
    await()
        .untilAsserted(() ->
            assertThat(get(other, "/actuator/rebuild").body())
                .contains("\"state\":\"RUNNING\"", "waits for readers", "\"instance\":\"one\""));
    assertThat(rebuild(other).statusCode()).isEqualTo(409);
    one.close();
    assertThat(ended(other)).contains("FAILED", "its instance stops");

    var jdbcOfOther = other.getBean(JdbcTemplate.class);
    jdbcOfOther.update("update active_set set swapped_at = null");
    assertThat(rebuild(other).statusCode()).isEqualTo(202);
    assertThat(ended(other)).contains("\"state\":\"DONE\"", "0 of 20 orders changed");
    assertThat(ViewContents.of(jdbcOfOther, other.getBean(ActiveSet.class)))
        .isEqualTo(ViewContents.after(events));
  }

  @Test
  void whoFollowsAnOrderIsToldWhatEitherInstanceTakesAndIsLetGoWhenItsOneStops() throws Exception {
    topic.publish(List.of(Life.of(1, "guest").ordered()));
    awaitView(List.of(Life.of(1, "guest").ordered()));
    var told = new CopyOnWriteArrayList<String>();
    var streams =
        Stream.of(one, other)
            .map(instance -> uri(instance, "/customers/1/events"))
            .map(uri -> http.sendAsync(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofLines()))
            .map(CompletableFuture::join)
            .map(answer -> CompletableFuture.runAsync(() -> answer.body().forEach(told::add)))
            .toList();
    await().until(() -> told.stream().filter("event: order"::equals).count() == 2);

    topic.publish(List.of(Life.of(1, "guest").paid()));
    await().until(() -> told.stream().filter(line -> line.contains("PayCompleted")).count() == 2);
    long began = System.nanoTime();
    one.close();

    assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(15));
    await().until(() -> streams.getFirst().isDone());
    assertThat(streams.getLast()).isNotDone();
  }

  private String ended(ConfigurableApplicationContext instance) {
    return await()
        .atMost(Duration.ofSeconds(40))
        .until(
            () -> get(instance, "/actuator/rebuild").body(),
            body -> !body.contains("\"state\":\"RUNNING\""));
  }

  private HttpResponse<String> rebuild(ConfigurableApplicationContext instance) {
    return send(
        HttpRequest.newBuilder(uri(instance, "/actuator/rebuild"))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString("{\"force\":false}"))
            .build());
  }

  private HttpResponse<String> get(ConfigurableApplicationContext instance, String path) {
    return send(HttpRequest.newBuilder(uri(instance, path)).build());
  }

  private HttpResponse<String> send(HttpRequest request) {
    try {
      return http.send(request, BodyHandlers.ofString());
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static URI uri(ConfigurableApplicationContext instance, String path) {
    var server = ((WebServerApplicationContext) instance).getWebServer();
    return URI.create("http://127.0.0.1:" + (server == null ? 0 : server.getPort()) + path);
  }

  private void awaitView(List<Delivery<ShopEvent>> events) {
    var expected = ViewContents.after(events);
    await()
        .atMost(Duration.ofSeconds(40))
        .untilAsserted(() ->
            assertThat(ViewContents.of(jdbc, one.getBean(ActiveSet.class))).isEqualTo(expected));
  }

  private static List<Delivery<ShopEvent>> lives(long from, long to) {
    return LongStream.rangeClosed(from, to)
        .mapToObj(order -> Life.of(order, "customer-" + order % 5).whole())
        .flatMap(List::stream)
        .toList();
  }

  private static List<List<Delivery<ShopEvent>>> batches(List<Delivery<ShopEvent>> events) {
    var batches = new ArrayList<List<Delivery<ShopEvent>>>();
    for (int from = 0; from < events.size(); from += 14) {
      batches.add(events.subList(from, Math.min(events.size(), from + 14)));
    }
    return batches;
  }

  private ConfigurableApplicationContext instance(String name) {
    return new SpringApplicationBuilder(CustomerApplication.class)
        .run(
            "--server.port=0",
            "--phoneseller.messaging.instance=" + name,
            "--phoneseller.messaging.topic=" + topic.name(),
            "--spring.kafka.bootstrap-servers=" + topic.address(),
            "--spring.datasource.url=" + database.url(),
            "--spring.datasource.username=" + database.user());
  }
}
