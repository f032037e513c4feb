package phoneseller.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AcknowledgedTest {

  @TempDir Path folder;

  @Test
  void everyUsualWayToWriteAnOrderDownIsRead() throws IOException {
    var read =
        read(
            """
            3

            1 the-key-of-a-client
              4\t201
            2,201
            {"id":5,"status":"Ordered"}
            {"key":"9","orderId":"6"}
            3
            """);

    assertThat(read).containsExactly(1L, 2L, 3L, 4L, 5L, 6L);
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "-1", "1x", "{\"key\":1}", "{}", "99999999999999999999"})
  void aLineWithoutAnOrderIsNamed(String line) {
    assertThatThrownBy(() -> read("1\n" + line + "\n"))
        .isInstanceOf(CannotVerify.class)
        .hasMessageContaining("line 2");
  }

  @Test
  void aFileThatIsNotThereIsNoPromiseKept() {
    assertThatThrownBy(() -> Acknowledged.read(folder.resolve("none")))
        .isInstanceOf(CannotVerify.class);
  }

  private List<Long> read(String text) throws IOException {
    var ids = Acknowledged.read(Files.writeString(folder.resolve("promised"), text));
    var read = new ArrayList<Long>();
    ids.forEach(read::add);
    assertThat(ids.size()).isEqualTo(read.size());
    return read;
  }
}
