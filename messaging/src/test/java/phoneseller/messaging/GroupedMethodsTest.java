package phoneseller.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.transaction.annotation.Transactional;

class GroupedMethodsTest {

  private final GroupedMethods grouped = new GroupedMethods();

  static class Work {
    @Transactional(label = GroupCommit.LABEL)
    public void shared() {}

    @Transactional(label = "another")
    public void alone() {}

    public void without() {}
  }

  @Test
  void onlyLabelledTransactionsShare() throws Exception {
    assertThat(grouped.matches(Work.class.getMethod("shared"), Work.class)).isTrue();
    assertThat(grouped.matches(Work.class.getMethod("alone"), Work.class)).isFalse();
    assertThat(grouped.matches(Work.class.getMethod("without"), Work.class)).isFalse();
  }
}
