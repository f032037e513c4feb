package phoneseller.benchmark.bare;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DatabaseTest {

  @TempDir private Path folder;

  static Stream<Arguments> services() {
    return Stream.of(
        Arguments.of("app", BareApp.TABLES),
        Arguments.of("pay", BarePay.TABLES),
        Arguments.of("store", BareStore.TABLES),
        Arguments.of("reward", BareReward.TABLES),
        Arguments.of("customer", BareCustomer.TABLES));
  }

  /** As after it was stopped so that a backlog could be laid before it. */
  @ParameterizedTest
  @MethodSource("services")
  void whoComesAgainFindsItsTables(String service, List<String> tables) throws Exception {
    var database = Database.onFiles(folder.toString(), service);
    database.create(tables);

    assertThatCode(() -> database.create(tables)).doesNotThrowAnyException();
  }
}
