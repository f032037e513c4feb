/** One dead letter in the operator's table; it stays the same row as long as it is open. */

import { h, put, say } from "../core/dom.js";
import { moment, span } from "../core/format.js";
import { t } from "../core/i18n.js";
import { cell, row } from "./table.js";

const column = (name) => t(`letters.column.${name}`);

export class LetterRow {
  /** @param handlers `act(letter, "replay" | "explain")` and `show(order)` */
  constructor(handlers) {
    this.#handlers = handlers;
    this.element = row(
      {},
      this.#service,
      this.#event,
      this.#order,
      cell(column("error"), {}, this.#error, this.#explanation),
      this.#age,
      h("td", {}, h("div", { class: "actions" }, this.#replay, this.#explain)),
    );
  }

  #handlers;
  #letter = null;
  #service = h("th", { scope: "row", "data-label": column("service") });
  #event = cell(column("event"));
  #order = cell(column("order"));
  #error = h("span", { class: "code" });
  #explanation = h("p", { class: "small soft" });
  #age = cell(column("age"), { class: "number" });
  #replay = this.#button("replay", "button primary");
  #explain = this.#button("explain", "button");

  /** @param n its place in the list, from 1 */
  update(letter, n) {
    const { service } = letter;
    if (this.#letter === null) {
      put(this.#order, this.#orderOf(letter.key));
    }
    this.#letter = letter;
    this.element.dataset.test = `dead-letter-${n}`;
    this.element.dataset.id = letter.id;
    say(this.#service, service);
    say(this.#event, letter.type ?? t("letters.type.unknown"));
    say(this.#error, letter.error ?? t("operator.unknown"));
    say(
      this.#explanation,
      letter.explanation ? t("letters.explained", { why: letter.explanation }) : "",
    );
    say(this.#age, span((Date.now() - Date.parse(letter.at)) / 1000));
    this.#age.title = moment(letter.at);
    for (const [what, button] of [
      ["replay", this.#replay],
      ["explain", this.#explain],
    ]) {
      button.dataset.test = `${what}-${n}`;
      button.setAttribute("aria-label", t(`letters.${what}.name`, { n, service }));
    }
  }

  #button(what, look) {
    return h(
      "button",
      { type: "button", class: look, onclick: () => this.#handlers.act(this.#letter, what) },
      t(`letters.${what}`),
    );
  }

  /** The key of an event is the number of its order, unless somebody wrote something else. */
  #orderOf(key) {
    if (!/^\d+$/.test(key ?? "")) {
      return key || t("letters.key.none");
    }
    return h(
      "a",
      {
        href: `?order=${key}#lookup`,
        onclick: (event) => {
          event.preventDefault();
          this.#handlers.show(key);
        },
      },
      t("operator.order", { id: key }),
    );
  }
}
