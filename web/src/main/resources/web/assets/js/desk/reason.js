/** Asks an operator why, and for the figures of a change, before it is made. */

import { h, say } from "../core/dom.js";
import { t } from "../core/i18n.js";

const LONGEST = 200;

/**
 * @param question `{ title, hint, yes, figures, wrong }`: figures are `{ name, label, value, min, max }`;
 *     wrong gives the text of what is missing among the answers, or null
 * @returns a promise of `{ why, … }` with a number for each figure, or of null
 */
export function askReason({ title, hint, yes, figures = [], wrong = () => null }) {
  return new Promise((answer) => {
    const fields = figures.map(figure);
    const why = h("input", {
      class: "input",
      id: "reason-why",
      maxlength: LONGEST,
      required: true,
      autocomplete: "off",
      "aria-describedby": "reason-hint",
      "data-test": "reason-why",
    });
    const complaint = h("p", { class: "wrong", role: "alert", "data-test": "reason-wrong" });
    const form = h(
      "form",
      { novalidate: true },
      h("h2", { id: "reason-title" }, title),
      h("p", {}, hint),
      fields.map(({ element }) => element),
      h(
        "div",
        { class: "field" },
        h("label", { for: "reason-why" }, t("reason.label")),
        why,
        h("p", { id: "reason-hint", class: "small soft" }, t("reason.hint")),
      ),
      complaint,
      h(
        "div",
        { class: "actions" },
        h("button", { class: "button primary", "data-test": "reason-yes" }, yes),
        h(
          "button",
          {
            type: "button",
            class: "button",
            "data-test": "reason-no",
            onclick: () => dialog.close(),
          },
          t("reason.cancel"),
        ),
      ),
    );
    const dialog = h(
      "dialog",
      { class: "dialog desk", "aria-labelledby": "reason-title", "data-test": "reason" },
      form,
    );
    let given = null;
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const found = Object.fromEntries(fields.map(({ name, value }) => [name, value()]));
      found.why = why.value.trim();
      const missing = wrong(found) ?? (found.why === "" ? t("reason.missing") : null);
      if (missing) {
        say(complaint, missing);
        why.setAttribute("aria-invalid", String(found.why === ""));
        return;
      }
      given = found;
      dialog.close();
    });
    dialog.addEventListener("close", () => {
      dialog.remove();
      answer(given);
    });
    document.body.append(dialog);
    dialog.showModal();
    (fields[0]?.input ?? why).focus();
  });
}

function figure({ name, label, value, min, max }) {
  const id = `reason-${name}`;
  const input = h("input", {
    class: "input",
    id,
    type: "number",
    inputmode: "numeric",
    value,
    min,
    max,
    "data-test": id,
  });
  const element = h("div", { class: "field" }, h("label", { for: id }, label), input);
  const clamped = () => Math.min(max, Math.max(min, Math.round(Number(input.value) || 0)));
  return { name, element, input, value: clamped };
}
