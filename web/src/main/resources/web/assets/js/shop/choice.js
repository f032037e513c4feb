/** The choice of a phone: options and quantity, with the total and the points as it is made. */

import { h } from "../core/dom.js";
import { earned, points, won } from "../core/format.js";
import { t } from "../core/i18n.js";
import { icon } from "../core/icons.js";
import { itemOf, local } from "./catalogue.js";

const MOST = 100;

/** @returns `{element, choice(), set(choice), lock(yes)}` */
export function choiceForm(phone) {
  const start = fromAddress(phone);
  const groups = (phone.options ?? []).map((option, at) =>
    optionGroup(option, at, start.codes[at]),
  );
  const quantity = quantityField(phone, start.qty, changed);
  const total = h("output", { class: "total-sum number", "data-test": "total" });
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
    { class: "total", "aria-live": "polite" },
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
      groups.forEach((group, at) => check(group, codes[at]));
      quantity.set(qty);
      changed();
    },
  };
}

function optionGroup(option, at, code) {
  const group = h(
    "fieldset",
    { class: "option" },
    h("legend", {}, local(option.name)),
    h(
      "div",
      { class: "option-values" },
      option.values.map((value, nth) =>
        h(
          "label",
          { class: "option-value" },
          h("input", {
            type: "radio",
            name: `option-${at}`,
            value: value.code,
            checked: nth === 0,
            "data-test": `option-${value.code}`,
          }),
          h("span", {}, local(value)),
        ),
      ),
    ),
  );
  check(group, code);
  return group;
}

function check(group, code) {
  const input = [...group.querySelectorAll("input")].find((one) => one.value === code);
  if (input) {
    input.checked = true;
  }
}

/** One to a hundred; a trial phone steers the payment by its price, and so is one. */
function quantityField(phone, start, onChange) {
  const most = phone.demo ? 1 : MOST;
  const input = h("input", {
    class: "input quantity-number",
    id: "quantity",
    type: "number",
    inputmode: "numeric",
    min: 1,
    max: most,
    step: 1,
    required: true,
    "aria-describedby": "quantity-limits",
    "data-test": "quantity",
    onchange: tidy,
  });
  const step = (by, name, text) =>
    h(
      "button",
      {
        type: "button",
        class: "button quantity-step",
        "aria-label": text,
        "data-test": `quantity-${name}`,
        onclick: () => set(value() + by, true),
      },
      icon(name),
    );

  function value() {
    return limited(Number.parseInt(input.value, 10));
  }

  function limited(number) {
    return Number.isFinite(number) ? Math.min(most, Math.max(1, number)) : 1;
  }

  function set(number, tell = false) {
    input.value = String(limited(number));
    if (tell) {
      onChange();
    }
  }

  function tidy() {
    set(value());
  }

  set(start);
  return {
    value,
    set,
    element: h(
      "div",
      { class: "field" },
      h("label", { for: "quantity" }, t("choice.quantity")),
      h(
        "div",
        { class: "quantity" },
        step(-1, "minus", t("choice.less")),
        input,
        step(1, "plus", t("choice.more")),
      ),
      h(
        "p",
        { class: "soft small", id: "quantity-limits" },
        t(phone.demo ? "choice.one" : "choice.limits", { n: most }),
      ),
    ),
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
