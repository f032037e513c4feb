/** The balance after each entry, oldest first, as a line of steps; in words for whoever sees none. */

import { h, svg } from "../core/dom.js";
import { dayOf, points } from "../core/format.js";
import { t } from "../core/i18n.js";

const WIDTH = 1000;
const HEIGHT = 200;
const FEWEST = 2;

/** @param newestFirst entries as the API gives them */
export function balanceChart(newestFirst) {
  if (newestFirst.length < FEWEST) {
    return null;
  }
  const entries = newestFirst.toReversed();
  const balances = [
    entries[0].balance - entries[0].point,
    ...entries.map((entry) => entry.balance),
  ];
  const [low, high] = [Math.min(0, ...balances), Math.max(1, ...balances)];
  const y = (value) => (HEIGHT * (high - value)) / (high - low);
  const steps = stepped(balances, y);
  const zero = y(0).toFixed(1);
  const words = t("chart.words", {
    n: entries.length,
    from: points(balances[0]),
    to: points(balances.at(-1)),
    low: points(Math.min(...balances)),
    high: points(Math.max(...balances)),
  });
  return h(
    "figure",
    { class: "chart card" },
    h("figcaption", {}, t("chart.title", { n: entries.length })),
    h(
      "div",
      { class: "chart-frame" },
      h("span", { class: "chart-top number", "aria-hidden": "true" }, points(high)),
      svg(
        "svg",
        {
          viewBox: `0 0 ${WIDTH} ${HEIGHT}`,
          preserveAspectRatio: "none",
          role: "img",
          "aria-label": words,
          "data-test": "points-chart",
        },
        svg("path", { class: "chart-area", d: `${steps} V${zero} H0 Z` }),
        svg("path", { class: "chart-zero", d: `M0 ${zero} H${WIDTH}` }),
        svg("path", { class: "chart-line", d: steps }),
      ),
      h("span", { class: "chart-bottom number", "aria-hidden": "true" }, points(low)),
    ),
    h(
      "p",
      { class: "chart-days soft small", "aria-hidden": "true" },
      h("span", {}, dayOf(entries[0].at)),
      h("span", {}, dayOf(entries.at(-1).at)),
    ),
    h("p", { class: "small" }, words),
  );
}

function stepped(balances, y) {
  const width = WIDTH / balances.length;
  return balances
    .map(
      (value, at) =>
        `${at === 0 ? "M0" : "V"}${at === 0 ? " " : ""}${y(value).toFixed(1)} H${((at + 1) * width).toFixed(1)}`,
    )
    .join(" ");
}
