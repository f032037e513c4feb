package phoneseller.pay.adapter.web;

import org.jspecify.annotations.Nullable;
import phoneseller.pay.domain.Invalid;

/**
 * What a payment can be asked to become: cancelled, and nothing else. A price may be sent and is
 * ignored.
 */
record PaymentChange(@Nullable String process) {

  void check() {
    if (!"OrderCancelled".equals(process)) {
      throw new Invalid("process", "can be changed to OrderCancelled alone");
    }
  }
}
