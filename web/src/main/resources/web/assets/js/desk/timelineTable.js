/** Everything that happened to an order, who told of it, and the work that caused it. */

import { h } from "../core/dom.js";
import { change, timeOfDay, dayOf, won } from "../core/format.js";
import { has, t } from "../core/i18n.js";
import { cell, row, table } from "./table.js";

const column = (name) => t(`lookup.column.${name}`);

/** @param find called with a correlation id that is to be looked for */
export function timelineTable(timeline, find) {
  const rows = timeline.map((entry, i) =>
    row(
      { "data-test": `step-${i + 1}`, "data-event": entry.event },
      h("th", { scope: "row", "data-label": column("at") }, time(entry.at)),
      cell(column("event"), {}, happened(entry.event)),
      cell(column("source"), {}, (entry.source ?? "").replace(/^\//, "")),
      cell(column("amount"), { class: "number" }, amount(entry)),
      cell(column("correlation"), {}, correlation(entry.correlationId, find)),
    ),
  );
  return table({
    name: "timeline",
    caption: t("lookup.timeline"),
    columns: ["at", "event", "source", "amount", "correlation"].map(column),
    body: rows,
    attributes: { "data-test": "timeline" },
  });
}

function time(at) {
  return h("time", { datetime: at }, `${dayOf(at)} ${timeOfDay(at)}`);
}

function happened(event) {
  return has(`event.${event}`) ? `${t(`event.${event}`)} (${event})` : event;
}

function amount({ price, point }) {
  if (point !== undefined) {
    return change(point);
  }
  return price === undefined ? "–" : won(price);
}

function correlation(id, find) {
  if (!id) {
    return "–";
  }
  return h(
    "button",
    {
      type: "button",
      class: "plain code",
      "aria-label": t("lookup.same-correlation", { id }),
      onclick: () => find(id),
    },
    id,
  );
}
