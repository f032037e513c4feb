/** One service. While it does not answer its last figures stay, marked as old. */

import { h, put, say } from "../core/dom.js";
import { number, span, timeOfDay } from "../core/format.js";
import { has, t } from "../core/i18n.js";
import { icon } from "../core/icons.js";
import { Breaker } from "./breaker.js";
import { operation } from "./operations.js";
import { Metrics } from "./prometheus.js";

export class ServiceCard {
  constructor(service) {
    this.#service = service;
    this.element = h(
      "article",
      { class: "card", "aria-labelledby": `service-${service}`, "data-test": `service-${service}` },
      h(
        "div",
        { class: "service-head" },
        h(
          "h3",
          { id: `service-${service}` },
          service,
          " ",
          h("span", { class: "soft small" }, t(`services.role.${service}`)),
        ),
        this.#state,
      ),
      this.#known,
    );
  }

  #service;
  #state = h("span", { class: "badge", "data-test": "service-state" }, t("operator.waiting"));
  #values = h("dl", { class: "values" });
  #breakersPlace = h("div", {});
  #known = h("div", {}, this.#values, this.#breakersPlace);
  #cells = new Map();
  #breakers = new Map();
  #lastAnswer = null;

  async look() {
    const [health, metrics] = await Promise.all([
      operation(this.#service, "health"),
      operation(this.#service, "metrics"),
    ]);
    this.#judge(health);
    this.#known.classList.toggle("old", Boolean(metrics.fault));
    if (!metrics.fault) {
      this.#show(new Metrics(metrics.data));
    }
  }

  #judge({ data, fault, problem }) {
    const health = data ?? problem.document;
    if (data || fault === "ill") {
      this.#lastAnswer = Date.now();
    }
    const ill = Object.entries(health.components ?? {})
      .filter(([, part]) => !["UP", "UNKNOWN"].includes(part.status))
      .map(([name]) => name);
    if (data?.status === "UP") {
      this.#say("good", "check", t("services.up"), "up");
    } else if (data || fault === "ill") {
      this.#say("warn", "warning", t("services.down", { what: ill.join(", ") }), "ill");
    } else if (fault === "forbidden") {
      this.#say("warn", "warning", t("services.forbidden"), fault);
    } else {
      const since = this.#lastAnswer;
      const text = since
        ? t("services.silent.since", { time: timeOfDay(since) })
        : t("services.silent");
      this.#say("bad", "cross", text, "silent");
    }
  }

  #say(look, picture, text, state) {
    this.element.dataset.state = state;
    if (this.#state.textContent === text) {
      return;
    }
    this.#state.className = `badge badge-${look}`;
    put(this.#state, icon(picture), text);
  }

  #show(metrics) {
    const count = (name) => orNull(metrics.value(name), (value) => number(value));
    this.#value("lag", orNull(metrics.value("events_lag_seconds"), span));
    this.#value("behind", count("events_behind"));
    this.#value("outbox", outbox(metrics));
    this.#value("parked", count("events_parked_total"));
    this.#value("in-flight", count("http_limit_in_flight"));
    this.#value("refused", count("http_limit_refused_total"));
    for (const breaker of metrics.breakers()) {
      if (!this.#breakers.has(breaker.name)) {
        this.#breakers.set(breaker.name, new Breaker(breaker.name));
        this.#breakersPlace.append(this.#breakers.get(breaker.name).element);
      }
      this.#breakers.get(breaker.name).show(breaker);
    }
  }

  /** A figure that the service does not have, has no line. */
  #value(name, text) {
    if (text === null) {
      return;
    }
    if (!this.#cells.has(name)) {
      const cell = h("dd", { class: "number", "data-test": `${this.#service}-${name}` });
      const own = `services.${name}.${this.#service}`;
      this.#values.append(h("div", {}, h("dt", {}, t(has(own) ? own : `services.${name}`)), cell));
      this.#cells.set(name, cell);
    }
    say(this.#cells.get(name), text);
  }
}

function outbox(metrics) {
  const depth = metrics.value("outbox_depth");
  if (depth === null) {
    return null;
  }
  if (depth === 0) {
    return t("services.outbox.empty");
  }
  return t("services.outbox.value", {
    n: number(depth),
    age: span(metrics.value("outbox_oldest_age_seconds") ?? 0),
  });
}

function orNull(value, say) {
  return value === null ? null : say(value);
}
