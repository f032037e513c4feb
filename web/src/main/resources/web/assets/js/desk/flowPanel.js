/** The flow live: orders a second, how many stand at which step, and which wait longest. */

import { h, put, say } from "../core/dom.js";
import { moment, number, span } from "../core/format.js";
import { has, t } from "../core/i18n.js";
import { repeat } from "../core/live.js";
import { FlowPicture } from "./flowPicture.js";
import { ask } from "./operations.js";
import { Pace } from "./pace.js";
import { PaceChart } from "./paceChart.js";
import { panel, Silences } from "./panel.js";
import { cell, row, table } from "./table.js";

const column = (name) => t(`flow.column.${name}`);

export class FlowPanel {
  /** @param show called with the number of an order that is to be looked up */
  constructor(show) {
    this.#show = show;
    this.element = panel(
      "flow",
      this.#silences.element,
      h("dl", { class: "figures" }, this.#figures()),
      this.#picture.element,
      h("div", { class: "oldest" }, this.#none, this.#table),
    );
    this.#table.hidden = true;
    repeat(() => this.#look(), 2000);
  }

  #show;
  #pace = new Pace();
  #chart = new PaceChart();
  #picture = new FlowPicture();
  #silences = new Silences();
  #perSecond = h("span", { "data-test": "flow-pace" }, t("flow.pace.waiting"));
  #placed = h("dd", { class: "number", "data-test": "flow-placed" }, "–");
  #complete = h("dd", { class: "number", "data-test": "flow-complete" }, "–");
  #rows = h("tbody", {});
  #table = table({
    name: "oldest",
    caption: t("flow.oldest"),
    columns: ["order", "status", "since", "for"].map(column),
    body: this.#rows,
    attributes: { "data-test": "flow-oldest" },
  });
  #none = h(
    "p",
    { class: "soft", "data-test": "flow-oldest-none", hidden: true },
    t("flow.oldest.none"),
  );
  #links = new Map();

  async #look() {
    const { data, fault } = await ask("/customers/flow");
    this.#silences.show({ customer: fault });
    if (fault) {
      return;
    }
    this.#pace.look(data.placed, performance.now());
    const pace = this.#pace.perSecond();
    say(this.#perSecond, pace === null ? t("flow.pace.waiting") : pace.toFixed(1));
    this.#chart.show(this.#pace.steps());
    say(this.#placed, number(data.placed));
    say(this.#complete, number(data.complete));
    this.#picture.show(data.orders, data.placed);
    this.#waiting(data.oldestWaiting);
  }

  #waiting(orders) {
    this.#none.hidden = orders.length > 0;
    this.#table.hidden = orders.length === 0;
    const now = Date.now();
    const rows = orders.map(({ orderId, status, since }) =>
      row(
        { "data-test": `waiting-${orderId}` },
        h("th", { scope: "row" }, this.#link(orderId)),
        cell(column("status"), {}, waitsFor(status)),
        cell(column("since"), { class: "number" }, moment(since)),
        cell(column("for"), { class: "number" }, span((now - Date.parse(since)) / 1000)),
      ),
    );
    const focused = this.#rows.contains(document.activeElement) ? document.activeElement : null;
    put(this.#rows, rows);
    if (focused?.isConnected) {
      focused.focus();
    }
    for (const id of this.#links.keys()) {
      if (!orders.some(({ orderId }) => orderId === id)) {
        this.#links.delete(id);
      }
    }
  }

  /** An order keeps its link while it waits, so that a look does not take the focus from it. */
  #link(orderId) {
    if (!this.#links.has(orderId)) {
      const text = t("operator.order", { id: orderId });
      const link = h(
        "a",
        {
          href: `?order=${orderId}#lookup`,
          onclick: (event) => {
            event.preventDefault();
            this.#show(orderId);
          },
        },
        text,
      );
      this.#links.set(orderId, link);
    }
    return this.#links.get(orderId);
  }

  #figures() {
    return [
      h(
        "div",
        {},
        h("dt", {}, t("flow.pace")),
        h(
          "dd",
          { class: "number" },
          this.#perSecond,
          h("small", {}, t("flow.pace.note")),
          this.#chart.element,
        ),
      ),
      h("div", {}, h("dt", {}, t("flow.placed")), this.#placed),
      h("div", {}, h("dt", {}, t("flow.complete")), this.#complete),
    ];
  }
}

function waitsFor(status) {
  const key = `flow.waits.${status}`;
  return t(has(key) ? key : "flow.waits.other");
}
