/** Says on other pages that an order still waits for its answer. */

import { t } from "../core/i18n.js";
import { link, notice } from "../core/notice.js";
import { pending } from "./checkout.js";

export function waitingOrders() {
  return pending().map((intent) =>
    notice(
      "wait",
      t("waiting.title"),
      t("waiting.text", { name: intent.name }),
      [
        link(t("waiting.go"), `/phone.html?id=${encodeURIComponent(intent.phoneId)}`, {
          class: "button primary",
        }),
      ],
      { "data-test": "waiting-order" },
    ),
  );
}
