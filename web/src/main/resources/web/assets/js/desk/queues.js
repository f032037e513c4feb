/** The ways to the store's lists, with how many parcels stand in each; the address says where one is. */

import { h, say } from "../core/dom.js";
import { number } from "../core/format.js";
import { t } from "../core/i18n.js";
import { count, next, QUEUES } from "./parcels.js";

export class Queues {
  /** @param changed called when another list or page is asked for */
  constructor(changed) {
    this.#changed = changed;
    this.element = h(
      "nav",
      { class: "queues", "aria-label": t("dealer.queues") },
      h("ul", {}, this.#items()),
    );
    addEventListener("popstate", () => {
      this.#mark();
      changed();
    });
    this.#mark();
  }

  #changed;
  #links = new Map();
  #counts = new Map();

  get queue() {
    const asked = new URLSearchParams(location.search).get("queue");
    return QUEUES.includes(asked) ? asked : "Payed";
  }

  get page() {
    const asked = Number(new URLSearchParams(location.search).get("page"));
    return Number.isSafeInteger(asked) && asked > 0 ? asked : 0;
  }

  go(queue, page) {
    history.pushState(null, "", address(queue, page));
    this.#mark();
    this.#changed();
  }

  count(queue, n) {
    say(this.#counts.get(queue), number(n));
  }

  /** The lists that want something done are counted even while another one is shown. */
  refresh() {
    for (const queue of Object.keys(next)) {
      if (queue === this.queue) {
        continue;
      }
      count(queue).then(
        (n) => this.count(queue, n),
        () => say(this.#counts.get(queue), ""),
      );
    }
  }

  #mark() {
    for (const [queue, link] of this.#links) {
      if (queue === this.queue) {
        link.setAttribute("aria-current", "page");
      } else {
        link.removeAttribute("aria-current");
      }
    }
  }

  #items() {
    return QUEUES.map((queue) => {
      const counted = h("span", { class: "count number", "data-test": `count-${queue}` });
      const link = h(
        "a",
        {
          href: address(queue, 0),
          "data-test": `queue-${queue}`,
          onclick: (event) => {
            if (event.metaKey || event.ctrlKey || event.shiftKey) {
              return;
            }
            event.preventDefault();
            this.go(queue, 0);
          },
        },
        t(`dealer.queue.${queue}`),
        " ",
        counted,
      );
      this.#links.set(queue, link);
      this.#counts.set(queue, counted);
      return h("li", {}, link);
    });
  }
}

function address(queue, page) {
  const url = new URL(location.href);
  url.searchParams.set("queue", queue);
  if (page > 0) {
    url.searchParams.set("page", page);
  } else {
    url.searchParams.delete("page");
  }
  return url.pathname + url.search;
}
