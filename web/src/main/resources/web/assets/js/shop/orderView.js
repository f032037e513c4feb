/** The parts of an order's page. */

import { h } from "../core/dom.js";
import { exactly, points, timeOfDay, won } from "../core/format.js";
import { t } from "../core/i18n.js";
import { icon } from "../core/icons.js";
import { link, notice } from "../core/notice.js";
import { describe, known, picture } from "./catalogue.js";

const ICONS = {
  done: "check",
  now: "clock",
  ahead: "minus",
  bad: "cross",
  off: "minus",
  back: "back",
};

export function verdict(now, row, catalogue) {
  const values = { price: won(row.price), points: points(row.point ?? 0) };
  const again = known(row.item, catalogue)?.phone;
  const ways =
    row.status === "PayFailed" && again
      ? [
          link(t("order.again"), `/phone.html?id=${encodeURIComponent(again.id)}`, {
            class: "button primary",
            "data-test": "order-again",
          }),
        ]
      : [];
  return notice(
    now.kind,
    t(now.name),
    now.sentences.map((key) => t(key, values)),
    ways,
    {
      "data-test": "order-status",
      "data-status": row.status ?? "",
    },
  );
}

export function stations(now, row) {
  return h(
    "ol",
    { class: "stations", "aria-label": t("station.label") },
    now.stations.map((station) =>
      h(
        "li",
        { class: "station", "data-state": station.state, "data-test": `station-${station.name}` },
        h("span", { class: "station-mark" }, icon(ICONS[station.state])),
        h(
          "span",
          { class: "station-text" },
          h(
            "span",
            { class: "station-name" },
            t(`station.${station.name}`),
            h("span", { class: "visually-hidden" }, `: ${t(`station.is.${station.state}`)}`),
          ),
          h("span", { class: "station-note number" }, note(station, row)),
        ),
      ),
    ),
  );
}

function note(station, row) {
  if (station.name === "points" && station.state === "done") {
    return points(row.point);
  }
  if (station.name === "refunded" && station.state === "done") {
    return won(row.price);
  }
  return station.at ? timeOfDay(station.at) : t(`station.is.${station.state}`);
}

export function summary(row, catalogue) {
  const phone = known(row.item, catalogue)?.phone;
  const line = (name, value, attributes = {}) => [h("dt", {}, t(name)), h("dd", attributes, value)];
  return h(
    "section",
    { class: "card order-summary", "aria-labelledby": "summary" },
    h("h2", { id: "summary" }, t("order.summary")),
    phone ? h("img", { src: picture(phone), alt: "", width: 96, height: 120 }) : null,
    h(
      "dl",
      { class: "facts" },
      line("order.item", describe(row.item, catalogue), { "data-test": "order-item" }),
      line("order.qty", t("order.pieces", { n: row.qty ?? "–" }), { class: "number" }),
      line("order.price", won(row.price), { class: "number", "data-test": "order-price" }),
      line("order.points", pointsOf(row), { class: "number", "data-test": "order-points" }),
    ),
  );
}

function pointsOf({ point, status }) {
  if (point !== null && point !== undefined) {
    return points(point);
  }
  return t(status === "PayFailed" ? "order.pointsNone" : "order.pointsOpen");
}

export function history(timeline) {
  return h(
    "section",
    { class: "section", "aria-labelledby": "history" },
    h("h2", { id: "history" }, t("order.history")),
    timeline.length === 0
      ? h("p", { class: "soft" }, t("order.noHistory"))
      : h(
          "ol",
          { class: "history", "data-test": "timeline" },
          timeline.map((entry, at) =>
            h(
              "li",
              { "data-event": entry.event },
              h("time", { datetime: entry.at, class: "number soft" }, exactly(entry.at)),
              h("span", {}, step(entry, timeline.slice(0, at))),
            ),
          ),
        ),
  );
}

function step(entry, before) {
  return t(stepKey(entry, before), {
    price: won(entry.price),
    points: points(Math.abs(entry.point ?? 0)),
  });
}

function stepKey({ event, price, point }, before) {
  const had = (other) => before.some((entry) => entry.event === other);
  switch (event) {
    case "PayCompleted":
      return had("OrderCancelled")
        ? "step.refundRefused"
        : price
          ? "step.PayCompleted"
          : "step.free";
    case "RewardCompleted":
      return had("RewardCancelled") ? "step.pointsGivenBack" : "step.RewardCompleted";
    case "RewardCancelled":
      return point ? "step.RewardCancelled" : "step.noPoints";
    default:
      return `step.${event}`;
  }
}
