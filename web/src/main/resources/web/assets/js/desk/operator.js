/** The operator's desk: the flow, the services, what is stuck, and one order in all services. */

import { h, one, put } from "../core/dom.js";
import { addTexts, t } from "../core/i18n.js";
import { layout } from "../core/layout.js";
import { FaultsPanel } from "./faultsPanel.js";
import { FlowPanel } from "./flowPanel.js";
import { refusal } from "./gate.js";
import { LettersPanel } from "./lettersPanel.js";
import { LookupPanel } from "./lookupPanel.js";
import { servicesPanel } from "./servicesPanel.js";

await addTexts({
  ko: () => import("../texts/operator.ko.js"),
  en: () => import("../texts/operator.en.js"),
});
layout("operator");
put(one("#content"), refusal("operator", ["operator"], false) ?? desk());

function desk() {
  const lookup = new LookupPanel();
  const show = (order) => lookup.show(order);
  const panels = [
    new FlowPanel(show).element,
    servicesPanel(),
    new LettersPanel(show).element,
    lookup.element,
    new FaultsPanel().element,
  ];
  return h(
    "div",
    { class: "desk" },
    h("p", { class: "lead" }, t("operator.intro")),
    jumps(panels),
    panels,
  );
}

/** The page is long: the way to its parts. */
function jumps(panels) {
  const links = panels.map((panel) =>
    h("li", {}, h("a", { href: `#${panel.id}` }, t(`${panel.id}.title`))),
  );
  return h("nav", { class: "jumps", "aria-label": t("operator.parts") }, h("ul", {}, links));
}
