/** One parcel in the dealer's table. It stays the same row while its state changes. */

import { h, put, say } from "../core/dom.js";
import { t } from "../core/i18n.js";
import { icon } from "../core/icons.js";
import { describe } from "../shop/catalogue.js";
import { mayAct, next } from "./parcels.js";
import { cell, row } from "./table.js";

const LOOKS = {
  Payed: ["wait", "clock"],
  Shipped: ["good", "check"],
  Returning: ["warn", "back"],
  Returned: ["good", "check"],
  Cancelled: ["bad", "cross"],
};

const VERBS = { Shipped: "ship", Returned: "return" };

export class ParcelRow {
  /** @param handlers `act(row, process)` and `selected()` */
  constructor(parcel, selectable, handlers) {
    this.id = parcel.id;
    this.goneSince = null;
    this.#handlers = handlers;
    this.#box = selectable ? this.#checkbox() : null;
    this.element = row(
      { "data-test": `parcel-${parcel.id}` },
      this.#box && h("td", { class: "select" }, this.#box),
      h(
        "th",
        { scope: "row" },
        h("span", { class: "number" }, t("dealer.order", { id: parcel.id })),
      ),
      this.#item,
      this.#customer,
      cell(t("dealer.column.state"), {}, this.#state, this.#note),
      this.#action,
    );
    this.update(parcel);
  }

  #handlers;
  #box;
  #names = [];
  #process = null;
  #offered = undefined;
  #button = null;
  #item = cell(t("dealer.column.item"));
  #customer = cell(t("dealer.column.customer"));
  #state = h("span", { class: "badge" });
  #note = h("p", { class: "small row-note", hidden: true });
  #action = h("td", { class: "do" });

  get process() {
    return this.#process;
  }

  get isSelected() {
    return this.#box?.checked === true && !this.#box.disabled;
  }

  get isSelectable() {
    return this.#box !== null && !this.#box.disabled;
  }

  select(yes) {
    if (this.isSelectable) {
      this.#box.checked = yes;
    }
  }

  get hasFocus() {
    return this.element.contains(document.activeElement);
  }

  focus() {
    (this.#button ?? this.#box)?.focus();
  }

  get canBeFocused() {
    return this.#button !== null;
  }

  /** @param names the phones of the catalogue */
  update(parcel, names = this.#names) {
    this.#names = names;
    say(this.#item, parcel.item ? describe(parcel.item, names) : t("dealer.item.unknown"));
    say(this.#customer, parcel.customerId ?? "–");
    const offer = parcel.item && mayAct() ? next[parcel.process] : undefined;
    if (parcel.process === this.#process && offer === this.#offered) {
      return;
    }
    this.#process = parcel.process;
    this.element.dataset.process = parcel.process;
    const [look, picture] = LOOKS[parcel.process] ?? ["wait", "clock"];
    this.#state.className = `badge badge-${look}`;
    put(this.#state, icon(picture), t(`dealer.state.${parcel.process}`));
    this.#offer(offer);
  }

  note(text) {
    say(this.#note, text ?? "");
    this.#note.hidden = !text;
  }

  /** A row whose request is under way keeps its button, and the focus on it. */
  busy(yes) {
    this.#button?.setAttribute("aria-disabled", String(yes));
  }

  /** Nothing is offered for a parcel of which nobody knows what is in it. */
  #offer(process) {
    this.#offered = process;
    const verb = VERBS[process];
    this.#button = verb
      ? h(
          "button",
          {
            type: "button",
            class: "button primary",
            "aria-label": t(`dealer.${verb}.name`, { id: this.id }),
            "data-test": `${verb}-${this.id}`,
            onclick: (event) => {
              if (event.currentTarget.getAttribute("aria-disabled") === "true") {
                return;
              }
              this.#handlers.act(this, process);
            },
          },
          t(`dealer.${verb}`),
        )
      : null;
    put(this.#action, this.#button);
    if (this.#box) {
      this.#box.disabled = process !== "Shipped";
      this.#box.checked &&= !this.#box.disabled;
    }
  }

  #checkbox() {
    return h("input", {
      type: "checkbox",
      "aria-label": t("dealer.select", { id: this.id }),
      "data-test": `select-${this.id}`,
      onchange: () => this.#handlers.selected(),
    });
  }
}
