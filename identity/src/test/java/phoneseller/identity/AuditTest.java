package phoneseller.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

@ExtendWith(OutputCaptureExtension.class)
class AuditTest {

  private static final Caller OPERATOR = Caller.of("operator-1", Set.of(Role.OPERATOR));

  @AfterEach
  void noRequest() {
    RequestContextHolder.resetRequestAttributes();
  }

  @Test
  void aChangeIsALineOfWhoWhatOnWhatAndWhy(CapturedOutput output) {
    reason("the customer called");

    Audit.record(OPERATOR, "cancel", "order 17");

    assertThat(output)
        .contains(
            "phoneseller.audit",
            "who=operator-1 what=cancel on=order 17 why=the customer called correlation=");
  }

  @Test
  void theWordsOfARequestForgeNoLineAndHideNoNumber(CapturedOutput output) {
    reason("a\r\nwho=nobody\u2028b 4111 1111 " + "1111 1111 " + "x".repeat(300));

    Audit.record(OPERATOR, "cancel", "order 17");

    assertThat(output).contains("why=a  who=nobody b [number] xxx").doesNotContain("1111");
    assertThat(output.toString().lines().filter(l -> l.contains("who=")).toList())
        .singleElement()
        .asString()
        .doesNotContain("x".repeat(200));
  }

  @Test
  void aReasonMayBeKorean(CapturedOutput output) {
    reason("UTF-8''%EC%8B%9C%ED%97%98%0Awho=nobody");
    Audit.record(OPERATOR, "fault", "reward");
    reason("UTF-8''%zz");
    Audit.record(OPERATOR, "fault", "reward");

    assertThat(output).contains("why=시험 who=nobody correlation=", "why=UTF-8''%zz correlation=");
  }

  @Test
  void outsideARequestThereMayBeNoReason(CapturedOutput output) {
    Audit.record("somebody", "replay", "everything", null);

    assertThat(output).contains("why=- correlation=");
  }

  private static void reason(String why) {
    var request = new MockHttpServletRequest();
    request.addHeader("X-Reason", why);
    RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));
  }
}
