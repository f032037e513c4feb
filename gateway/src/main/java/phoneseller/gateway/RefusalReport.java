package phoneseller.gateway;

import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.json.ProblemDetailJacksonMixin;
import phoneseller.http.Correlation;
import phoneseller.http.Problem;
import tools.jackson.databind.json.JsonMapper;

/** What Tomcat refuses before anything of ours has seen it is a problem document too. */
public final class RefusalReport extends ErrorReportValve {

  private static final JsonMapper JSON =
      JsonMapper.builder().addMixIn(ProblemDetail.class, ProblemDetailJacksonMixin.class).build();

  @Override
  protected void report(Request request, Response response, @Nullable Throwable throwable) {
    var status = HttpStatus.resolve(response.getStatus());
    if (status == null
        || !status.isError()
        || response.getContentWritten() > 0
        || !response.setErrorReported()) {
      return;
    }
    var correlation =
        Correlation.continuing(
            request.getHeader(Correlation.ID_HEADER), request.getHeader(Correlation.TRACE_HEADER));
    try (var _ = correlation.open()) {
      var problem = Problem.of(status, "The request was refused: it cannot be read as HTTP.");
      response.setHeader(Correlation.ID_HEADER, correlation.id());
      response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
      byte[] body = JSON.writeValueAsBytes(problem);
      response.setContentLength(body.length);
      response.getOutputStream().write(body);
      response.finishResponse();
    } catch (IOException e) {
      getContainer().getLogger().debug("client gone before its refusal", e);
    }
  }
}
