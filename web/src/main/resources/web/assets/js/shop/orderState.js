/** What is known of an order: from the view, from its events, and from what was just done here. */

import { Problem, get } from "../core/api.js";
import { weight } from "./progress.js";

export class OrderState {
  row = null;
  timeline = [];
  /** The last answer that was none. */
  problem = null;
  /** The view is away; the row comes from the APP itself and has no steps. */
  partly = false;

  /** The view knows of the order, so that its events can be listened to. */
  heard = false;

  #id;
  #changed;
  #eventsSeen = 0;

  /** @param placed the row that the answer to the order had, when it was placed in this tab */
  constructor(id, changed, placed) {
    this.#id = id;
    this.#changed = changed;
    this.row = placed;
  }

  /** For the stream of events. */
  events = {
    order: (row) => {
      this.#eventsSeen++;
      this.problem = null;
      this.partly = false;
      this.#take(row);
      this.#changed();
    },
    step: (entry) => {
      this.#add([entry]);
      this.#changed();
    },
  };

  async load() {
    const seen = this.#eventsSeen;
    try {
      const row = (await get(`/customers/${this.#id}`)).data;
      const timeline = (await get(`/customers/${this.#id}/timeline`)).data;
      this.problem = null;
      this.partly = false;
      this.heard = true;
      // An event that came in the meantime is newer than what was asked for before.
      if (seen === this.#eventsSeen) {
        this.#take(row);
      }
      this.#add(timeline);
    } catch (problem) {
      if (!(problem instanceof Problem)) {
        throw problem;
      }
      await this.#without(problem);
    }
    this.#changed();
  }

  /** What nobody knows of is asked for less often; it may be just on its way. */
  patience = () => (this.problem?.status === 404 && !this.problem.stale ? 5000 : 1000);

  /** The answer to a change made on this page; the view may not know of it yet. */
  changedHere(row) {
    this.#take({ ...this.row, ...row });
    this.#changed();
    this.load();
  }

  /** An answer that is older than what is shown already is passed over. */
  #take(row) {
    if (!this.row || weight(row.status) >= weight(this.row.status)) {
      this.row = row;
    }
  }

  #add(entries) {
    const name = (entry) => `${entry.event} ${entry.source} ${entry.at}`;
    const known = new Set(this.timeline.map(name));
    const all = [...this.timeline, ...entries.filter((entry) => !known.has(name(entry)))];
    this.timeline = all.sort((one, other) => Date.parse(one.at) - Date.parse(other.at));
  }

  /** While the view is away, the APP's own row says at least where the order stands. */
  async #without(problem) {
    this.problem = problem;
    if (
      problem.status === 0 ||
      problem.status === 401 ||
      problem.status === 403 ||
      (problem.status === 404 && !problem.stale)
    ) {
      return;
    }
    try {
      this.#take((await get(`/orders/${this.#id}`)).data);
      this.partly = !problem.stale;
    } catch (other) {
      this.problem = other instanceof Problem && this.row ? problem : other;
    }
  }
}
