package phoneseller.customer.projection;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.stereotype.Component;
import phoneseller.customer.projection.RebuildClaim.Standing;

/** For operators: begins a rebuild of the view and tells how it goes, on whichever instance. */
@Component
@Endpoint(id = "rebuild")
class RebuildEndpoint {

  private static final int ACCEPTED = 202;
  private static final int CONFLICT = 409;

  private final RebuildJob job;
  private final RebuildClaim claims;

  RebuildEndpoint(RebuildJob job, RebuildClaim claims) {
    this.job = job;
    this.claims = claims;
  }

  /**
   * @param state NONE, RUNNING, DONE, FAILED or DIED
   * @param result what the rebuild found and changed, or why it failed, line by line
   */
  record Told(
      String state,
      String phase,
      String instance,
      long records,
      long ofRecords,
      @Nullable OffsetDateTime startedAt,
      @Nullable OffsetDateTime finishedAt,
      List<String> result) {}

  @WriteOperation
  WebEndpointResponse<Told> begin(@Nullable Boolean force) throws InterruptedException {
    boolean begun = job.begin(Boolean.TRUE.equals(force));
    return new WebEndpointResponse<>(tell(), begun ? ACCEPTED : CONFLICT);
  }

  @ReadOperation
  Told tell() {
    Standing now = claims.standing();
    return new Told(
        now.state().name(),
        now.phase(),
        now.holder(),
        now.records(),
        now.ofRecords(),
        now.startedAt(),
        now.finishedAt(),
        now.told().isEmpty() ? List.of() : List.of(now.told().split("\n", -1)));
  }
}
