/** How many orders a second are placed, from successive counts of all that were. */

const WINDOW = 30_000;

export class Pace {
  #looks = [];

  /** Takes a count; one that is lower than before begins anew, as a rebuilt view may do. */
  look(count, now) {
    const last = this.#looks.at(-1);
    if (last && count < last.count) {
      this.#looks = [];
    }
    this.#looks.push({ count, now });
    while (this.#looks.length > 2 && now - this.#looks[0].now > WINDOW) {
      this.#looks.shift();
    }
  }

  /** Over the last half minute; null before there were two looks. */
  perSecond() {
    const [first] = this.#looks;
    const last = this.#looks.at(-1);
    if (!first || last.now <= first.now) {
      return null;
    }
    return ((last.count - first.count) * 1000) / (last.now - first.now);
  }

  /** The rate between each look and the next, oldest first. */
  steps() {
    return this.#looks.slice(1).map((look, i) => {
      const before = this.#looks[i];
      return ((look.count - before.count) * 1000) / (look.now - before.now);
    });
  }
}
