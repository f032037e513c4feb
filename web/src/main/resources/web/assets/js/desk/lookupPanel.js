/** One order across all services, by its number or by a correlation id. */

import { announce } from "../core/announce.js";
import { h, one, put } from "../core/dom.js";
import { t } from "../core/i18n.js";
import { repeat } from "../core/live.js";
import { notice } from "../core/notice.js";
import { phones } from "../shop/catalogue.js";
import { choice, orderParts } from "./orderParts.js";
import { panel, silence } from "./panel.js";
import { correlated, wholeOrder } from "./whole.js";

const LOOK_EVERY = 5000;

export class LookupPanel {
  constructor() {
    this.element = panel("lookup", this.#form(), this.#result);
    const asked = new URLSearchParams(location.search).get("order");
    if (asked) {
      this.#input.value = asked;
      this.#find(asked);
    }
  }

  #input = h("input", {
    class: "input",
    id: "lookup-what",
    autocomplete: "off",
    spellcheck: "false",
    "aria-describedby": "lookup-hint",
    "data-test": "lookup",
  });
  #result = h("div", { class: "stack section", "data-test": "lookup-result" });
  #looking = null;
  #order = null;
  #shown = "";

  /** Shows an order, and brings it into view. */
  show(what) {
    this.#input.value = what;
    this.element.scrollIntoView();
    this.#input.focus({ preventScroll: true });
    this.#find(String(what));
  }

  #form() {
    return h(
      "form",
      {
        class: "lookup-form",
        role: "search",
        "aria-label": t("lookup.title"),
        onsubmit: (event) => {
          event.preventDefault();
          this.#find(this.#input.value.trim());
        },
      },
      h(
        "div",
        { class: "field" },
        h("label", { for: "lookup-what" }, t("lookup.label")),
        this.#input,
      ),
      h("button", { class: "button primary", "data-test": "lookup-go" }, t("lookup.go")),
      h("p", { id: "lookup-hint", class: "small soft" }, t("lookup.hint")),
    );
  }

  async #find(what) {
    this.#looking?.stop();
    this.#order = null;
    this.#shown = "";
    if (what === "") {
      this.#put(notice("note", null, t("lookup.missing")));
      return;
    }
    remember(what);
    put(this.#result, h("p", { class: "soft" }, t("operator.waiting")));
    if (/^\d{1,18}$/.test(what)) {
      this.#follow(what);
    } else {
      await this.#byCorrelation(what);
    }
  }

  #follow(order) {
    this.#order = order;
    this.#looking = repeat(() => this.#look(order), LOOK_EVERY);
  }

  async #byCorrelation(id) {
    this.#order = id;
    const { orders, fault } = await correlated(id);
    if (this.#order !== id) {
      return;
    }
    if (fault) {
      this.#put(notice("warn", null, silence("customer", fault)));
    } else if (orders.length === 0) {
      this.#put(notice("note", null, t("lookup.no-correlation")));
    } else if (orders.length === 1) {
      this.#follow(String(orders[0]));
    } else {
      this.#put(choice(orders, (order) => this.show(order)));
    }
  }

  /** What is as it was is left alone, with whatever has the focus in it. */
  async #look(id) {
    const [whole, names] = await Promise.all([wholeOrder(id), phones().catch(() => [])]);
    if (id !== this.#order) {
      return;
    }
    const words = JSON.stringify([id, whole, names.length]);
    if (words === this.#shown) {
      return;
    }
    const first = this.#shown === "";
    const focused = this.#result.contains(document.activeElement)
      ? document.activeElement.getAttribute("aria-label")
      : null;
    this.#shown = words;
    const find = (correlation) => this.show(correlation);
    put(this.#result, orderParts(id, whole, names, find));
    if (first) {
      announce(one(".notice", this.#result)?.textContent ?? "");
    }
    if (focused) {
      [...this.#result.querySelectorAll("button")]
        .find((each) => each.ariaLabel === focused)
        ?.focus();
    }
  }

  #put(...parts) {
    put(this.#result, parts);
    announce(this.#result.textContent);
  }
}

/** The address then leads back to the same order. */
function remember(what) {
  const url = new URL(location.href);
  url.searchParams.set("order", what);
  history.replaceState(null, "", url.pathname + url.search);
}
