/** One order across all services, by its number or by a correlation id. */

import { announce } from "../core/announce.js";
import { h, one, put } from "../core/dom.js";
import { t } from "../core/i18n.js";
import { repeat } from "../core/live.js";
import { notice } from "../core/notice.js";
import { phones } from "../shop/catalogue.js";
import { disagreements } from "./agreement.js";
import { nameOf, orderTable, saying } from "./orderTable.js";
import { panel, silence } from "./panel.js";
import { timelineTable } from "./timelineTable.js";
import { correlated, isKnown, wholeOrder } from "./whole.js";

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
      h("div", { class: "field" }, h("label", { for: "lookup-what" }, t("lookup.label")), this.#input),
      h("button", { class: "button primary", "data-test": "lookup-go" }, t("lookup.go")),
      h("p", { id: "lookup-hint", class: "small soft" }, t("lookup.hint")),
    );
  }

  async #find(what) {
    this.#looking?.stop();
    this.#shown = "";
    if (what === "") {
      this.#put(notice("note", null, t("lookup.missing")));
      return;
    }
    remember(what);
    put(this.#result, h("p", { class: "soft" }, t("operator.waiting")));
    if (/^\d{1,18}$/.test(what)) {
      this.#looking = repeat(() => this.#look(what), LOOK_EVERY);
    } else {
      await this.#byCorrelation(what);
    }
  }

  async #byCorrelation(id) {
    const { orders, fault } = await correlated(id);
    if (fault) {
      this.#put(notice("warn", null, silence("customer", fault)));
    } else if (orders.length === 0) {
      this.#put(notice("note", null, t("lookup.no-correlation")));
    } else if (orders.length === 1) {
      this.#looking = repeat(() => this.#look(String(orders[0])), LOOK_EVERY);
    } else {
      this.#put(h("p", {}, t("lookup.several", { n: orders.length })), this.#choice(orders));
    }
  }

  #choice(orders) {
    const button = (order) =>
      h(
        "button",
        { type: "button", class: "plain", "data-test": `lookup-${order}`, onclick: () => this.show(order) },
        t("operator.order", { id: order }),
      );
    return h("ul", { class: "stack" }, orders.map((order) => h("li", {}, button(order))));
  }

  /** What is as it was is left alone, with whatever has the focus in it. */
  async #look(id) {
    const looking = this.#looking;
    const [whole, names] = await Promise.all([wholeOrder(id), phones().catch(() => [])]);
    if (looking !== this.#looking) {
      return;
    }
    const words = JSON.stringify([id, whole, names.length]);
    if (words === this.#shown) {
      return;
    }
    const first = this.#shown === "";
    const focused = this.#result.contains(document.activeElement) ? document.activeElement.getAttribute("aria-label") : null;
    this.#shown = words;
    const parts = this.#parts(id, whole, names);
    put(this.#result, parts);
    if (first) {
      announce(one(".notice", this.#result)?.textContent ?? "");
    }
    if (focused) {
      [...this.#result.querySelectorAll("button")].find((each) => each.ariaLabel === focused)?.focus();
    }
  }

  #parts(id, whole, names) {
    const silent = Object.entries(whole.faults).map(([service, fault]) => silence(nameOf(service), fault));
    const trouble = silent.length > 0 ? notice("warn", null, silent, [], { "data-test": "lookup-silent" }) : null;
    if (!isKnown(whole)) {
      return [notice("note", null, t("lookup.nothing"), [], { "data-test": "lookup-nothing" }), trouble];
    }
    const found = disagreements(whole.seen);
    const timeline =
      whole.timeline.length > 0
        ? timelineTable(whole.timeline, (correlation) => this.show(correlation))
        : h("p", { class: "soft" }, t("lookup.timeline.none"));
    return [verdict(found, names), trouble, orderTable(id, whole.seen, found, names), timeline];
  }

  #put(...parts) {
    put(this.#result, parts);
    announce(this.#result.textContent);
  }
}

function verdict(disagreements, names) {
  if (disagreements.length === 0) {
    return notice("good", null, t("lookup.agree"), [], { "data-test": "lookup-agree" });
  }
  const sayings = disagreements.map((each) => saying(each, names));
  return notice("warn", t("lookup.disagree", { n: sayings.length }), sayings, [], { "data-test": "lookup-disagree" });
}

/** The address then leads back to the same order. */
function remember(what) {
  const url = new URL(location.href);
  url.searchParams.set("order", what);
  history.replaceState(null, "", url.pathname + url.search);
}
