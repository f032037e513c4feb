/** Ships many parcels at once: all that are selected in a table. */

import { h, say } from "../core/dom.js";
import { t } from "../core/i18n.js";
import { button } from "../core/notice.js";
import { act } from "./act.js";

export class Bulk {
  /** @param done told in words what it came to */
  constructor(done) {
    this.#done = done;
    this.element = h(
      "div",
      { class: "bulk" },
      h("label", { class: "check" }, this.#all, t("dealer.select.all")),
      this.#ship,
    );
  }

  #done;
  #table = null;
  #all = h("input", {
    type: "checkbox",
    "data-test": "select-all",
    onchange: () => {
      this.#table.selectAll(this.#all.checked);
      this.show(this.#table);
    },
  });
  #ship = button("", () => this.#shipSelected(), { "data-test": "ship-selected" });

  /** Says how many are selected; the box, whether all are, some or none. */
  show(table) {
    this.#table = table;
    const { chosen, all } = table.selection;
    this.#all.checked = all;
    this.#all.indeterminate = chosen > 0 && !all;
    say(this.#ship, t(chosen > 0 ? "dealer.ship.selected" : "dealer.ship.none", { n: chosen }));
    this.#ship.setAttribute("aria-disabled", String(chosen === 0));
  }

  async #shipSelected() {
    const rows = this.#table.selected;
    if (rows.length === 0) {
      return;
    }
    const outcomes = await Promise.all(rows.map((row) => act(row, "Shipped")));
    const n = outcomes.filter(({ done }) => done).length;
    const failed = outcomes.length - n;
    this.#done(t(failed === 0 ? "dealer.done.many" : "dealer.done.some", { n, failed }));
  }
}
