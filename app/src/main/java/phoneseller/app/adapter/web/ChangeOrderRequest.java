package phoneseller.app.adapter.web;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import phoneseller.http.Unacceptable;

/** The one change that a customer may ask for. */
record ChangeOrderRequest(@Schema(allowableValues = "cancel") @Nullable String status) {

  void checkCancel() {
    if (!"cancel".equals(status)) {
      throw new Unacceptable("status", "can be set to cancel, and to nothing else");
    }
  }
}
