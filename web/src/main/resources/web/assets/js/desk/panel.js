/** A part of the operator's desk: its heading, and what it says of services that do not answer. */

import { h, put } from "../core/dom.js";
import { t } from "../core/i18n.js";
import { icon } from "../core/icons.js";

const SILENCES = {
  forbidden: "operator.forbidden",
  unknown: "operator.absent",
  refused: "operator.later",
};

export function panel(name, ...children) {
  return h(
    "section",
    {
      class: "section",
      id: name,
      "aria-labelledby": `${name}-title`,
      tabindex: -1,
      "data-test": `panel-${name}`,
    },
    h("h2", { id: `${name}-title` }, t(`${name}.title`)),
    children,
  );
}

/** Names the services that have not answered, and why; nothing when all have. */
export class Silences {
  element = h("ul", { class: "silences", "data-test": "silences" });
  #shown = "";

  /** @param faults by service, as `ask` gives them */
  show(faults) {
    const lines = Object.entries(faults)
      .filter(([, fault]) => fault)
      .map(([service, fault]) => [service, silence(service, fault)]);
    const text = lines.map(([, line]) => line).join("\n");
    if (text === this.#shown) {
      return;
    }
    this.#shown = text;
    put(
      this.element,
      lines.map(([service, line]) =>
        h("li", { "data-test": `silent-${service}` }, icon("warning"), line),
      ),
    );
  }
}

/** Why there is nothing of a service, in words. */
export function silence(service, fault) {
  return t(SILENCES[fault] ?? "operator.no-answer", { service });
}
