/** The fault switches of the local shop: what is slow or faulty on purpose, and for how long. */

import { announce } from "../core/announce.js";
import { h, say } from "../core/dom.js";
import { t } from "../core/i18n.js";
import { repeat } from "../core/live.js";
import { sentence } from "../core/problems.js";
import { FaultRow } from "./faultRow.js";
import { change, operation, SERVICES, undo } from "./operations.js";
import { panel, Silences } from "./panel.js";
import { askReason } from "./reason.js";
import { table } from "./table.js";

/** Each service's own requests, and the payment provider within pay. */
const PARTS = [
  ...SERVICES.map((service) => ({ name: service, service, endpoint: "faults" })),
  { name: "provider", service: "pay", endpoint: "faults/provider" },
];

export class FaultsPanel {
  constructor() {
    this.element = panel("faults", this.#absent, this.#present);
    this.#looking = repeat(() => this.#look(), 5000);
    setInterval(() => this.#rows.forEach((row) => row.tick()), 1000);
  }

  #looking;
  #silences = new Silences();
  #told = h("p", { class: "told", "data-test": "faults-told", hidden: true });
  #rows = PARTS.map(
    (part) => new FaultRow(part, { on: () => this.#on(part), off: () => this.#off(part) }),
  );
  #table = table({
    name: "faults",
    caption: t("faults.caption"),
    columns: ["part", "state", "action"].map((name) => t(`faults.column.${name}`)),
    body: this.#rows.map((row) => row.element),
    attributes: { "data-test": "faults" },
  });
  #absent = h(
    "p",
    { class: "soft", "data-test": "faults-absent", hidden: true },
    t("faults.absent"),
  );
  #present = h(
    "div",
    { class: "stack", hidden: true },
    h("p", { class: "soft" }, t("faults.intro")),
    this.#silences.element,
    this.#told,
    this.#table,
  );

  async #look() {
    const answers = await Promise.all(
      PARTS.map(({ service, endpoint }) => operation(service, endpoint)),
    );
    const some = answers.some((answer) => answer.data);
    const none = answers.every(
      (answer) => answer.fault === "unknown" || answer.fault === "forbidden",
    );
    this.#present.hidden = !some && this.#present.hidden;
    this.#absent.hidden = !none;
    if (none) {
      this.#looking.stop();
      return;
    }
    answers.forEach(({ data }, i) => this.#rows[i].show(data));
    const silent = SERVICES.map((service, i) => [
      service,
      answers[i].fault === "silent" ? "silent" : null,
    ]);
    this.#silences.show(Object.fromEntries(silent));
  }

  async #on({ name, service, endpoint }) {
    const part = nameOf(name);
    const answer = await askReason({
      title: t("faults.ask", { part }),
      hint: t("faults.intro"),
      yes: t("faults.switch-on"),
      figures: [
        { name: "latency", label: t("faults.latency"), value: 800, min: 0, max: 300_000 },
        { name: "errors", label: t("faults.errors"), value: 0, min: 0, max: 100 },
        { name: "seconds", label: t("faults.for"), value: 60, min: 1, max: 3600 },
      ],
      wrong: ({ latency, errors }) => (latency + errors === 0 ? t("faults.nothing") : null),
    });
    if (answer) {
      const { latency, errors, seconds, why } = answer;
      const order = { latency: `${latency}ms`, errors, for: `${seconds}s` };
      await this.#change(part, "faults.is-on", () => change(service, endpoint, order, why));
    }
  }

  async #off({ name, service, endpoint }) {
    const part = nameOf(name);
    const answer = await askReason({
      title: t("faults.ask.off", { part }),
      hint: t("faults.hint.off"),
      yes: t("faults.switch-off"),
    });
    if (answer) {
      await this.#change(part, "faults.is-off", () => undo(service, endpoint, answer.why));
    }
  }

  async #change(part, done, make) {
    let text = t(done, { part });
    try {
      await make();
    } catch (problem) {
      text = `${part}: ${sentence(problem, "faults")}`;
    }
    this.#told.hidden = false;
    say(this.#told, text);
    announce(text);
    this.#looking.now();
  }
}

function nameOf(part) {
  return part === "provider" ? t("faults.part.provider") : part;
}
