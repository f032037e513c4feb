/** How many orders stand at which step, as a picture made of lists, with the same in one sentence. */

import { h, say } from "../core/dom.js";
import { number } from "../core/format.js";
import { t } from "../core/i18n.js";

/** The two lines of the picture; what stands in the second is below what it comes from. */
const MAIN = [
  ["Ordered", "waits"],
  ["Payed", "after waits"],
  ["Shipped", "after"],
];
const SIDE = [
  ["PayFailed", "below"],
  ["OrderCancelled", "below waits"],
  ["PayCancelled", "after"],
];

export class FlowPicture {
  #counts = {};
  #sentence = h("p", { class: "visually-hidden", "data-test": "flow-summary" });
  element = h(
    "figure",
    { class: "flow", "aria-label": t("flow.picture") },
    h("figcaption", {}, t("flow.picture"), this.#sentence),
    this.#line(MAIN, "flow.main"),
    this.#line(SIDE, "flow.side"),
  );

  show(orders, placed) {
    for (const [status, count] of Object.entries(this.#counts)) {
      say(count, number(orders[status] ?? 0));
    }
    say(this.#sentence, t("flow.summary", { ...orders, placed }));
  }

  #line(steps, label) {
    return h(
      "ol",
      { class: "flow-line", "aria-label": t(label) },
      steps.map(([status, look]) => {
        this.#counts[status] = h("strong", { "data-test": `flow-${status}` }, "–");
        return h(
          "li",
          { class: `flow-step ${look}` },
          this.#counts[status],
          t(`flow.step.${status}`),
        );
      }),
    );
  }
}
