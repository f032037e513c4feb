/** One option of a phone, of which exactly one value is chosen. */

import { h } from "../core/dom.js";
import { local } from "./catalogue.js";

/** @param code chosen at first; the first value if there is no such one */
export function optionGroup(option, at, code) {
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
  choose(group, code);
  return group;
}

/** An unknown code changes nothing. */
export function choose(group, code) {
  const input = [...group.querySelectorAll("input")].find((one) => one.value === code);
  if (input) {
    input.checked = true;
  }
}
