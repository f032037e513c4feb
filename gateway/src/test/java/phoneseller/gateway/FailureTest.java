package phoneseller.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ConnectException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import org.apache.hc.client5.http.impl.classic.RequestFailedException;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.apache.hc.core5.util.Deadline;
import org.apache.hc.core5.util.DeadlineTimeoutException;
import org.junit.jupiter.api.Test;

class FailureTest {

  @Test
  void whoeverFoundNoConnectionFreeHasSentNothing() {
    var late = DeadlineTimeoutException.from(Deadline.MIN_VALUE);

    assertThat(Failure.of(new ConnectionRequestTimeoutException("late"))).isEqualTo(Failure.BUSY);
    assertThat(Failure.of(new RequestFailedException("late", late))).isEqualTo(Failure.BUSY);
    assertThat(Failure.BUSY.nothingWasDone()).isTrue();
  }

  @Test
  void whatWasSentMayHaveBeenDone() {
    assertThat(Failure.of(new RequestFailedException("aborted"))).isEqualTo(Failure.LOST);
    assertThat(Failure.of(new SocketException("reset"))).isEqualTo(Failure.LOST);
    assertThat(Failure.of(new SocketTimeoutException("slow"))).isEqualTo(Failure.LATE);
    assertThat(Failure.LOST.nothingWasDone()).isFalse();
    assertThat(Failure.LATE.nothingWasDone()).isFalse();
  }

  @Test
  void whoeverIsAwayHasDoneNothing() {
    assertThat(Failure.of(new ConnectException("refused"))).isEqualTo(Failure.AWAY);
    assertThat(Failure.AWAY.nothingWasDone()).isTrue();
  }
}
