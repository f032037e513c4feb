/** A circuit breaker: its state, what that means for the shop, and when it closes. */

import { h, put, say } from "../core/dom.js";
import { has, t } from "../core/i18n.js";
import { icon } from "../core/icons.js";

const LOOKS = { closed: ["good", "check"], half_open: ["warn", "clock"] };

export class Breaker {
  constructor(name) {
    this.#name = name;
    this.element = h(
      "div",
      { class: "breaker", "data-test": `breaker-${name}` },
      h("h4", {}, t("breaker.title", { name }), this.#state),
      this.#meaning,
      this.#rates,
    );
  }

  #name;
  #state = h("span", { class: "badge" });
  #meaning = h("p", { class: "small" });
  #rates = h("p", { class: "small soft" });

  show({ state, failureRate, slowRate }) {
    if (this.element.dataset.state !== state) {
      this.element.dataset.state = state;
      const [look, picture] = LOOKS[state] ?? ["bad", "warning"];
      this.#state.className = `badge badge-${look}`;
      put(this.#state, icon(picture), t(`breaker.state.${state}`));
      say(this.#meaning, this.#meaningOf(state));
    }
    const known = failureRate !== null && slowRate !== null;
    say(
      this.#rates,
      known
        ? t("breaker.rates", { failure: percent(failureRate), slow: percent(slowRate) })
        : t("breaker.rate.few"),
    );
  }

  #meaningOf(state) {
    const key = [
      `breaker.${this.#name}.${state}`,
      `breaker.other.${state}`,
      `breaker.${state}`,
    ].find(has);
    return key ? t(key) : "";
  }
}

function percent(rate) {
  return `${Math.round(rate)}%`;
}
