/** The choice of a phone: options and quantity, with the total and the points as it is made. */

import { h } from "../core/dom.js";
import { earned, points, won } from "../core/format.js";
import { t } from "../core/i18n.js";
import { itemOf } from "./catalogue.js";
import { choose, optionGroup } from "./options.js";
import { quantityField } from "./quantity.js";

/** @returns `{element, choice(), set(choice), lock(yes)}` */
export function choiceForm(phone) {
  const start = fromAddress(phone);
  const groups = (phone.options ?? []).map((option, at) =>
    optionGroup(option, at, start.codes[at]),
  );
  const quantity = quantityField(phone, start.qty, changed);
  const total = h("span", { class: "total-sum number", "data-test": "total" });
  const earns = h(
    "p",
    { class: "total-points" },
    t("choice.earns"),
    " ",
    h("strong", { class: "number", "data-test": "order-earns" }),
  );
  const fields = h(
    "fieldset",
    { class: "stack" },
    h("legend", { class: "visually-hidden" }, t("choice.legend")),
    groups,
    quantity.element,
  );
  const sum = h(
    "div",
    { class: "total", role: "status", "aria-atomic": "true" },
    h("p", { class: "total-line" }, h("span", {}, t("choice.total")), total),
    earns,
  );
  const element = h(
    "form",
    { class: "choice stack", onchange: changed, onsubmit: (event) => event.preventDefault() },
    fields,
    sum,
  );

  function choice() {
    const codes = groups.map((group) => group.querySelector("input:checked").value);
    const qty = quantity.value();
    return {
      item: itemOf(phone, codes),
      codes,
      qty,
      price: phone.unitPrice * qty,
      name: phone.name,
      phoneId: phone.id,
    };
  }

  function changed() {
    const { qty, codes, price } = choice();
    total.textContent = won(price);
    earns.querySelector("strong").textContent = points(earned(price));
    const url = new URL(location.href);
    url.searchParams.set("qty", String(qty));
    if (codes.length > 0) {
      url.searchParams.set("options", codes.join(","));
    }
    history.replaceState(history.state, "", url);
  }

  changed();
  return {
    element,
    choice,
    lock(yes) {
      fields.disabled = yes;
    },
    set({ codes, qty }) {
      groups.forEach((group, at) => choose(group, codes[at]));
      quantity.set(qty);
      changed();
    },
  };
}

/** The choice is in the address, so that signing in and a change of language come back to it. */
function fromAddress() {
  const parameters = new URLSearchParams(location.search);
  return {
    codes: (parameters.get("options") ?? "").split(","),
    qty: Number.parseInt(parameters.get("qty") ?? "1", 10),
  };
}
