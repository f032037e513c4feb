/** How many of a phone. */

import { h } from "../core/dom.js";
import { t } from "../core/i18n.js";
import { icon } from "../core/icons.js";

const MOST = 100;

/** One to a hundred; a trial phone steers the payment by its price, and so is one. */
export function quantityField(phone, start, onChange) {
  const most = phone.demo ? 1 : MOST;
  const input = h("input", {
    class: "input quantity-number",
    id: "quantity",
    type: "text",
    inputmode: "numeric",
    autocomplete: "off",
    maxlength: 3,
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
