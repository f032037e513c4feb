/** The dead letters of all services: what could not be processed, why, and what to do about it. */

import { announce } from "../core/announce.js";
import { h, put, say } from "../core/dom.js";
import { t } from "../core/i18n.js";
import { repeat } from "../core/live.js";
import { sentence } from "../core/problems.js";
import { LetterRow } from "./letterRow.js";
import { change, CONSUMERS, operation } from "./operations.js";
import { panel, Silences } from "./panel.js";
import { askReason } from "./reason.js";
import { table } from "./table.js";

const COLUMNS = ["service", "event", "order", "error", "age", "action"];

export class LettersPanel {
  /** @param show called with the number of an order that is to be looked up */
  constructor(show) {
    this.#handlers = { show, act: (letter, what) => this.#act(letter, what) };
    this.element = panel(
      "letters",
      h("p", { class: "soft" }, t("letters.intro")),
      this.#silences.element,
      this.#told,
      this.#none,
      this.#table,
    );
    this.#table.hidden = true;
    this.#looking = repeat(() => this.#look(), 10_000);
  }

  #handlers;
  #looking;
  #silences = new Silences();
  #told = h("p", { class: "told", "data-test": "letters-told", hidden: true });
  #none = h("p", { class: "soft", "data-test": "letters-none" }, t("operator.waiting"));
  #body = h("tbody", {});
  #table = table({
    name: "letters",
    caption: t("letters.caption"),
    columns: COLUMNS.map((name) => t(`letters.column.${name}`)),
    body: this.#body,
    attributes: { "data-test": "dead-letters" },
  });
  #rows = new Map();
  #known = Object.fromEntries(CONSUMERS.map((service) => [service, []]));

  async #look() {
    const answers = await Promise.all(
      CONSUMERS.map((service) => operation(service, "deadletters")),
    );
    const faults = {};
    CONSUMERS.forEach((service, i) => {
      faults[service] = answers[i].fault;
      if (!answers[i].fault) {
        this.#known[service] = answers[i].data.map((letter) => ({ ...letter, service }));
      }
    });
    this.#silences.show(faults);
    this.#show(Object.values(faults).every((fault) => !fault));
  }

  #show(complete) {
    const letters = Object.values(this.#known)
      .flat()
      .sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
    this.#table.hidden = letters.length === 0;
    this.#none.hidden = letters.length > 0;
    say(this.#none, t(complete ? "letters.none" : "letters.none.known"));
    const ids = new Set(letters.map((letter) => letter.id));
    for (const [id, row] of this.#rows) {
      if (!ids.has(id)) {
        this.#gone(id, row);
      }
    }
    let place = this.#body.firstElementChild;
    letters.forEach((letter, i) => {
      const row = this.#rows.get(letter.id) ?? this.#added(letter);
      row.update(letter, i + 1);
      if (row.element === place) {
        place = place.nextElementSibling;
      } else {
        this.#body.insertBefore(row.element, place);
      }
    });
  }

  #added(letter) {
    const row = new LetterRow(this.#handlers);
    this.#rows.set(letter.id, row);
    return row;
  }

  /** Whoever was in a row that goes is led to the heading, and not lost at the page's beginning. */
  #gone(id, row) {
    const hadFocus = row.element.contains(document.activeElement);
    row.element.remove();
    this.#rows.delete(id);
    if (hadFocus) {
      this.element.focus();
    }
  }

  async #act(letter, what) {
    const { service, id } = letter;
    const answer = await askReason({
      title: t(`letters.${what}.ask`, { service }),
      hint: t(`letters.${what}.hint`),
      yes: t(`letters.${what}`),
    });
    if (!answer) {
      return;
    }
    try {
      await change(service, `deadletters/${what}`, { id, why: answer.why }, answer.why);
      this.#tell(t(`letters.${what}.done`, { service }));
    } catch (problem) {
      this.#tell(`${service}: ${sentence(problem, "letters")}`);
    }
    this.#looking.now();
  }

  #tell(text) {
    this.#told.hidden = false;
    put(this.#told, text);
    announce(text);
  }
}
