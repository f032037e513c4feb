/**
 * The dealer's table. A look at the store changes rows in place, so that focus and selection stay;
 * a parcel that has left the list is shown for a while with what became of it.
 */

import { h } from "../core/dom.js";
import { t } from "../core/i18n.js";
import { ParcelRow } from "./parcelRow.js";
import { mayAct, next, parcel } from "./parcels.js";
import { table } from "./table.js";

const SHOWN_AFTERWARDS = 8000;

export class ParcelTable {
  /** @param handlers `act(row, process)` and `selected()` */
  constructor(queue, handlers) {
    this.queue = queue;
    this.#handlers = handlers;
    this.#selectable = queue === "Payed" && mayAct();
    this.element = table({
      name: "parcels",
      caption: t(`dealer.hint.${queue}`),
      columns: this.#columns(),
      body: this.#body,
      attributes: { "data-test": "parcels-table" },
    });
  }

  #handlers;
  #selectable;
  #rows = new Map();
  #body = h("tbody", {});

  get rows() {
    return [...this.#rows.values()].sort((a, b) =>
      this.queue in next ? a.id - b.id : b.id - a.id,
    );
  }

  get selected() {
    return this.rows.filter((row) => row.isSelected);
  }

  /** Shows the parcels that a look has found, and asks what became of those that it has not. */
  async show(parcels, names, now) {
    const found = new Set(parcels.map((each) => each.id));
    for (const each of parcels) {
      const row = this.#rows.get(each.id) ?? this.#add(each);
      row.goneSince = null;
      row.update(each, names);
    }
    const gone = [...this.#rows.values()].filter((row) => !found.has(row.id));
    await Promise.all(gone.map((row) => this.#after(row, now)));
    this.#arrange();
  }

  selectAll(yes) {
    for (const row of this.rows) {
      row.select(yes);
    }
  }

  /** Whether all, some or none of the rows that can be are selected. */
  get selection() {
    const chosen = this.selected.length;
    const possible = this.rows.filter((row) => row.isSelectable).length;
    return { chosen, all: chosen > 0 && chosen === possible };
  }

  /** Focus goes on to the next parcel that wants something done. */
  focusAfter(row) {
    const rows = this.rows;
    const here = rows.indexOf(row);
    const follower =
      rows.slice(here + 1).find((each) => each.canBeFocused) ??
      rows.slice(0, here).findLast((each) => each.canBeFocused);
    if (follower) {
      follower.focus();
    } else {
      this.element.focus();
    }
  }

  async #after(row, now) {
    if (row.goneSince === null) {
      row.goneSince = now;
      row.select(false);
      await parcel(row.id).then(
        (found) => row.update(found),
        () => (row.goneSince = 0),
      );
    }
    if (now - row.goneSince > SHOWN_AFTERWARDS && !row.hasFocus) {
      row.element.remove();
      this.#rows.delete(row.id);
    }
  }

  #add(found) {
    const row = new ParcelRow(found, this.#selectable, this.#handlers);
    this.#rows.set(row.id, row);
    return row;
  }

  /** Moves no row that is in its place, as moving would take the focus from it. */
  #arrange() {
    let place = this.#body.firstElementChild;
    for (const { element } of this.rows) {
      if (element === place) {
        place = place.nextElementSibling;
      } else {
        this.#body.insertBefore(element, place);
      }
    }
  }

  #columns() {
    const names = ["order", "item", "customer", "state", "action"];
    if (this.#selectable) {
      names.unshift("select");
    }
    return names.map((name) => t(`dealer.column.${name}`));
  }
}
