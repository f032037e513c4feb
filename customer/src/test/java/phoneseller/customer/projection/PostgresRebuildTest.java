package phoneseller.customer.projection;

import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import phoneseller.customer.TestTopic;
import phoneseller.testing.TestDatabase;

class PostgresRebuildTest extends RebuildContract {

  private static final TestTopic TOPIC = new TestTopic();

  @DynamicPropertySource
  static void surroundings(DynamicPropertyRegistry properties) {
    TestDatabase.POSTGRESQL.configure(properties);
    TOPIC.configure(properties);
  }

  @Override
  TestTopic topic() {
    return TOPIC;
  }

  @Override
  boolean refusesZeros() {
    return true;
  }
}
