/** A question that must be answered before anything else: a modal dialog that gives the focus back. */

import { h } from "./dom.js";

/** @returns a promise of true when `yes` was chosen */
export function confirmation({ title, text, yes, no, danger = false, extra = null }) {
  return new Promise((answer) => {
    const dialog = h(
      "dialog",
      {
        class: "dialog",
        "aria-labelledby": "dialog-title",
        "aria-describedby": "dialog-text",
        "data-test": "dialog",
      },
      h("h2", { id: "dialog-title" }, title),
      h(
        "div",
        { id: "dialog-text" },
        [text].flat().map((line) => h("p", {}, line)),
        extra,
      ),
      h(
        "div",
        { class: "actions" },
        h(
          "button",
          {
            type: "button",
            class: danger ? "button danger" : "button primary",
            "data-test": "dialog-yes",
            onclick: () => dialog.close("yes"),
          },
          yes,
        ),
        h(
          "button",
          {
            type: "button",
            class: "button",
            "data-test": "dialog-no",
            autofocus: true,
            onclick: () => dialog.close("no"),
          },
          no,
        ),
      ),
    );
    dialog.addEventListener("close", () => {
      dialog.remove();
      answer(dialog.returnValue === "yes");
    });
    document.body.append(dialog);
    dialog.showModal();
  });
}
