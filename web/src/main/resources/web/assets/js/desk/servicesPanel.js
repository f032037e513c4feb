/** Each service as it is: up or not, how far behind, what waits, and its breakers. */

import { h } from "../core/dom.js";
import { repeat } from "../core/live.js";
import { SERVICES } from "./operations.js";
import { panel } from "./panel.js";
import { ServiceCard } from "./serviceCard.js";

const LOOK_EVERY = 4000;

export function servicesPanel() {
  const cards = SERVICES.map((service) => new ServiceCard(service));
  cards.forEach((card) => repeat(() => card.look(), LOOK_EVERY));
  return panel(
    "services",
    h(
      "div",
      { class: "services" },
      cards.map((card) => card.element),
    ),
  );
}
