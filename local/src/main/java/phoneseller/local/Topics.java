package phoneseller.local;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.InvalidReplicationFactorException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** The shop's topics: the events, and the records that could not be processed. */
public final class Topics {

  public static final String EVENTS = "phoneseller";
  public static final String DEAD_LETTERS = "phoneseller.dead-letters";

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private Topics() {}

  static void ensure(String address, short replicas) throws Exception {
    // Events stay for ever: a service that was down for long, or a new one, still reads them all.
    var events = new NewTopic(EVENTS, 12, replicas).configs(Map.of("retention.ms", "-1"));
    var letters =
        new NewTopic(DEAD_LETTERS, 1, replicas).configs(Map.of("cleanup.policy", "compact"));
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", address))) {
      for (NewTopic topic : List.of(events, letters)) {
        until(InvalidReplicationFactorException.class, () -> create(admin, topic));
        until(UnknownTopicOrPartitionException.class, () -> find(admin, topic));
      }
    }
  }

  private static void create(Admin admin, NewTopic topic) throws Exception {
    try {
      admin.createTopics(List.of(topic)).all().get();
    } catch (ExecutionException failure) {
      if (!(failure.getCause() instanceof TopicExistsException)) {
        throw failure;
      }
    }
  }

  private static void find(Admin admin, NewTopic topic) throws Exception {
    admin.describeTopics(List.of(topic.name())).allTopicNames().get();
  }

  /** A broker that has just started does not know its fellows, nor its newest topics, at once. */
  private static void until(Class<? extends Exception> tooEarly, Step step) throws Exception {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      try {
        step.run();
        return;
      } catch (ExecutionException failure) {
        if (!tooEarly.isInstance(failure.getCause()) || System.nanoTime() > deadline) {
          throw failure;
        }
        Thread.sleep(100);
      }
    }
  }

  private interface Step {
    void run() throws Exception;
  }
}
