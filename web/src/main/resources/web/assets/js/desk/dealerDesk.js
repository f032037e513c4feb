/** Shows one of the store's lists at a time, looks at it every few seconds, and acts on its rows. */

import { announce } from "../core/announce.js";
import { h, put, say } from "../core/dom.js";
import { timeOfDay } from "../core/format.js";
import { t } from "../core/i18n.js";
import { repeat } from "../core/live.js";
import { notice } from "../core/notice.js";
import { sentence } from "../core/problems.js";
import { phones } from "../shop/catalogue.js";
import { paging } from "../shop/paging.js";
import { act } from "./act.js";
import { Bulk } from "./bulk.js";
import { refused } from "./gate.js";
import { ParcelTable } from "./parcelTable.js";
import { mayAct, parcels, shipping } from "./parcels.js";
import { Queues } from "./queues.js";

const LOOK_EVERY = 3000;

export class DealerDesk {
  constructor() {
    this.element = h(
      "div",
      { class: "stack desk" },
      h("p", { class: "lead" }, t("dealer.intro")),
      this.#mode,
      mayAct() ? null : h("p", { class: "soft" }, t("dealer.forbidden")),
      this.#queues.element,
      this.#trouble,
      this.#told,
      this.#bulk.element,
      this.#list,
      this.#paging,
      this.#asOf,
    );
    this.#begin();
    this.#looking = repeat(() => this.#look(), LOOK_EVERY);
    repeat(() => this.#learn(), 30_000);
  }

  #queues = new Queues(() => this.#begin(true));
  #mode = h("p", { class: "soft", "data-test": "shipping-mode" });
  #trouble = h("div", {});
  #told = h("p", { class: "told", "data-test": "told", hidden: true });
  #list = h("div", {});
  #empty = h("p", { class: "soft", "data-test": "empty", hidden: true });
  #paging = h("div", {});
  #asOf = h("p", { class: "soft small", "data-test": "as-of" });
  #bulk = new Bulk((text) => {
    this.#tell(text);
    this.#looking.now();
  });
  #where = "";
  #table = null;
  #lastLook = null;
  #looking = null;

  /** A list of its own for each queue and page: rows of another one have no place in it. */
  #begin(now = false) {
    const { queue } = this.#queues;
    this.#table = new ParcelTable(queue, {
      act: (row, process) => this.#act(row, process),
      selected: () => this.#bulk.show(this.#table),
    });
    say(this.#empty, t(`dealer.empty.${queue}`));
    put(this.#list, this.#table.element, this.#empty);
    this.#table.element.hidden = true;
    this.#empty.hidden = true;
    this.#bulk.element.hidden = queue !== "Payed" || !mayAct();
    this.#tell("");
    this.#bulk.show(this.#table);
    if (now) {
      this.#looking.now();
    }
  }

  async #look() {
    const table = this.#table;
    const { queue, page } = this.#queues;
    try {
      const [found, names] = await Promise.all([parcels(queue, page), phones().catch(() => [])]);
      await table.show(found.parcels, names, Date.now());
      if (table !== this.#table) {
        return;
      }
      this.#shown(found);
    } catch (problem) {
      if (table === this.#table) {
        this.#failed(problem);
      }
    }
    this.#queues.refresh();
  }

  #shown({ page: found }) {
    const { queue } = this.#queues;
    const rows = this.#table.rows.length;
    this.#table.element.hidden = rows === 0;
    this.#empty.hidden = rows > 0;
    this.#queues.count(queue, found.totalElements);
    this.#pages(found);
    this.#bulk.show(this.#table);
    this.#lastLook = Date.now();
    say(this.#asOf, t("dealer.updated", { time: timeOfDay(this.#lastLook) }));
    put(this.#trouble);
  }

  #failed(problem) {
    if (problem.status === 403 || problem.status === 401) {
      this.#looking.stop();
      put(this.element, refused("dealer"));
      return;
    }
    const silent = problem.refused || problem.unknown;
    const text = !silent
      ? sentence(problem, "dealer")
      : this.#lastLook
        ? t("dealer.stale", { time: timeOfDay(this.#lastLook) })
        : t("dealer.silent");
    if (this.#trouble.textContent !== text) {
      put(this.#trouble, notice("warn", null, text, [], { "data-test": "trouble" }));
      announce(text);
    }
  }

  /** Shown anew only when it changes; the focus comes back to the same button. */
  #pages(found) {
    const where = `${found.number} ${found.totalPages}`;
    if (where === this.#where) {
      return;
    }
    this.#where = where;
    const focused = this.#paging.contains(document.activeElement)
      ? document.activeElement.dataset.test
      : null;
    put(
      this.#paging,
      paging(found, (to) => this.#queues.go(this.#queues.queue, to)),
    );
    this.#paging.querySelector(`[data-test="${focused}"]`)?.focus();
  }

  async #learn() {
    try {
      say(this.#mode, t(`dealer.mode.${await shipping()}`));
    } catch {
      say(this.#mode, t("dealer.mode.unknown"));
    }
  }

  async #act(row, process) {
    const hadFocus = row.hasFocus;
    this.#tell((await act(row, process)).text);
    if (hadFocus && !row.hasFocus) {
      this.#table.focusAfter(row);
    }
    this.#looking.now();
  }

  #tell(text) {
    say(this.#told, text);
    this.#told.hidden = text === "";
    if (text) {
      announce(text);
    }
  }
}
