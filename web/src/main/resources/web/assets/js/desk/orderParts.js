/** What the operator is shown of one order: whether all agree, who says what, what happened. */

import { h } from "../core/dom.js";
import { t } from "../core/i18n.js";
import { notice } from "../core/notice.js";
import { disagreements } from "./agreement.js";
import { nameOf, orderTable, saying } from "./orderTable.js";
import { silence } from "./panel.js";
import { timelineTable } from "./timelineTable.js";
import { isKnown } from "./whole.js";

/**
 * @param names the phones of the catalogue
 * @param find called with a correlation id that is to be looked for
 */
export function orderParts(id, whole, names, find) {
  const silent = Object.entries(whole.faults).map(([of, fault]) => silence(nameOf(of), fault));
  const trouble =
    silent.length > 0 ? notice("warn", null, silent, [], { "data-test": "lookup-silent" }) : null;
  if (!isKnown(whole)) {
    const text = t(trouble ? "lookup.nothing.known" : "lookup.nothing");
    return [notice("note", null, text, [], { "data-test": "lookup-nothing" }), trouble];
  }
  const found = disagreements(whole.seen);
  const timeline =
    whole.timeline.length > 0
      ? timelineTable(whole.timeline, find)
      : h("p", { class: "soft" }, t("lookup.timeline.none"));
  return [verdict(found, names), trouble, orderTable(id, whole.seen, found, names), timeline];
}

/** Several orders, of which one is to be chosen. */
export function choice(orders, show) {
  const button = (order) =>
    h(
      "button",
      {
        type: "button",
        class: "plain",
        "data-test": `lookup-${order}`,
        onclick: () => show(order),
      },
      t("operator.order", { id: order }),
    );
  const items = orders.map((order) => h("li", {}, button(order)));
  return [
    h("p", {}, t("lookup.several", { n: orders.length })),
    h("ul", { class: "stack" }, items),
  ];
}

function verdict(found, names) {
  if (found.length === 0) {
    return notice("good", null, t("lookup.agree"), [], { "data-test": "lookup-agree" });
  }
  const sayings = found.map((each) => saying(each, names));
  return notice("warn", t("lookup.disagree", { n: found.length }), sayings, [], {
    "data-test": "lookup-disagree",
  });
}
