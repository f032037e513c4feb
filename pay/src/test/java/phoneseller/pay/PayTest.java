package phoneseller.pay;

import org.junit.jupiter.api.Nested;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import phoneseller.testing.TestDatabase;

/** The whole of pay on each of its databases, beside a reward over real HTTP. */
class PayTest {

  @Nested
  @RunningPay
  class OnH2 {

    @DynamicPropertySource
    static void configure(DynamicPropertyRegistry properties) {
      PayTest.configure(properties, TestDatabase.H2);
    }

    @Nested
    class Payments extends PaymentCases {}

    @Nested
    class Cancels extends CancelCases {}

    @Nested
    class PaymentLists extends PaymentListCases {}
  }

  @Nested
  @RunningPay
  class OnHsqldb {

    @DynamicPropertySource
    static void configure(DynamicPropertyRegistry properties) {
      PayTest.configure(properties, TestDatabase.HSQLDB);
    }

    @Nested
    class Payments extends PaymentCases {}

    @Nested
    class Cancels extends CancelCases {}

    @Nested
    class PaymentLists extends PaymentListCases {}
  }

  @Nested
  @RunningPay
  class OnPostgresql {

    @DynamicPropertySource
    static void configure(DynamicPropertyRegistry properties) {
      PayTest.configure(properties, TestDatabase.POSTGRESQL);
    }

    @Nested
    class Payments extends PaymentCases {}

    @Nested
    class Cancels extends CancelCases {}

    @Nested
    class PaymentLists extends PaymentListCases {}
  }

  private static void configure(DynamicPropertyRegistry properties, TestDatabase database) {
    database.configure(properties);
    properties.add("api.url.reward", PayCalls.REWARD::address);
  }
}
