/** One fault switch: off, or on with what is left of it. Its button stays the same. */

import { h, say } from "../core/dom.js";
import { span } from "../core/format.js";
import { t } from "../core/i18n.js";
import { cell, row } from "./table.js";

export class FaultRow {
  /** @param handlers `on()` and `off()` */
  constructor({ name }, handlers) {
    this.#part = name === "provider" ? t("faults.part.provider") : name;
    this.#button.addEventListener("click", () => (this.#isOn ? handlers.off() : handlers.on()));
    this.#button.dataset.test = `fault-switch-${name}`;
    this.element = row(
      { "data-test": `fault-${name}` },
      h("th", { scope: "row" }, this.#part),
      cell(t("faults.column.state"), {}, h("span", {}, this.#state, " ", this.#left)),
      h("td", {}, this.#button),
    );
  }

  #part;
  #isOn = false;
  #ends = null;
  #state = h("span", {}, t("operator.unknown"));
  #left = h("span", { class: "soft number" });
  #button = h("button", { type: "button", class: "button", hidden: true });

  /** @param status as the switch answers it; undefined when it does not */
  show(status) {
    this.#button.hidden = status === undefined;
    if (status === undefined) {
      say(this.#state, t("operator.unknown"));
      say(this.#left, "");
      this.#ends = null;
      return;
    }
    const { on, fault } = status;
    this.#isOn = on;
    this.element.dataset.on = String(on);
    this.#ends = on && fault.for ? Date.now() + 1000 * Number.parseInt(fault.for, 10) : null;
    const latency = on ? Number.parseInt(fault.latency, 10) : 0;
    say(
      this.#state,
      on
        ? t("faults.on", { latency: t("time.ms", { n: latency }), errors: fault.errors })
        : t("faults.off"),
    );
    const what = on ? "faults.switch-off" : "faults.switch-on";
    say(this.#button, t(what));
    this.#button.className = on ? "button danger" : "button";
    this.#button.setAttribute("aria-label", t(`${what}.name`, { part: this.#part }));
    say(this.#left, on && !this.#ends ? t("faults.forever") : "");
    this.tick();
  }

  tick() {
    if (this.#ends !== null) {
      say(
        this.#left,
        t("faults.left", { left: span(Math.max(0, (this.#ends - Date.now()) / 1000)) }),
      );
    }
  }
}
