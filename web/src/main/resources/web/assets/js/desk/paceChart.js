/** The last half minute as a line, with its highest and its newest value in words. */

import { put, svg } from "../core/dom.js";
import { t } from "../core/i18n.js";

const WIDTH = 120;
const HEIGHT = 30;

export class PaceChart {
  #line = svg("polyline", {});
  #words = svg("title", {}, t("flow.pace"));
  element = svg(
    "svg",
    {
      class: "pace",
      viewBox: `0 0 ${WIDTH} ${HEIGHT}`,
      preserveAspectRatio: "none",
      role: "img",
      "data-test": "flow-chart",
    },
    this.#words,
    this.#line,
  );

  show(steps) {
    const most = Math.max(...steps, 0);
    const x = (i) => (steps.length < 2 ? WIDTH : (i * WIDTH) / (steps.length - 1));
    const y = (value) => HEIGHT - 2 - (most === 0 ? 0 : (value / most) * (HEIGHT - 4));
    this.#line.setAttribute(
      "points",
      steps.map((value, i) => `${x(i).toFixed(1)},${y(value).toFixed(1)}`).join(" "),
    );
    put(
      this.#words,
      t("flow.pace.chart", { max: most.toFixed(1), now: (steps.at(-1) ?? 0).toFixed(1) }),
    );
  }
}
