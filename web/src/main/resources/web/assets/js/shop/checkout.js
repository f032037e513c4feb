/**
 * One intent to order, until its answer is known. It has one idempotency key, kept over a reload: a
 * second click, a refusal, a lost answer and a cut network all end in the same one order.
 */

import { Problem, post } from "../core/api.js";
import { customerId } from "../core/session.js";
import { tab } from "../core/store.js";

/** After so many failures that nobody foresaw, a person is asked. */
const PATIENCE = 6;

/** All intents of whoever is looking that wait for their answer, of any phone. */
export function pending() {
  return tab
    .names("intent.")
    .map((name) => tab.get(name))
    .filter(isMine);
}

function isMine(intent) {
  return intent?.who === customerId();
}

/**
 * Told by `onChange`: `{phase: "sending"}`, `{phase: "waiting", why, until, seconds}`,
 * `{phase: "placed", order, open}`, `{phase: "declined", order}`, `{phase: "failed", problem}`.
 * `why` is refused, running, unknown, noAnswer or offline.
 */
export class Checkout {
  #name;
  #onChange;
  #timer = null;
  #sending = false;

  constructor(phoneId, onChange) {
    this.#name = `intent.${phoneId}`;
    this.#onChange = onChange;
    addEventListener("online", () => this.#connected());
  }

  /** `{who, phoneId, item, qty, price, codes, key, doubt, tries, why, until}`, or null. */
  get intent() {
    const intent = tab.get(this.#name);
    return isMine(intent) ? intent : null;
  }

  /** Surely nothing is stored. */
  get mayGiveUp() {
    return !this.#sending && this.intent !== null && !this.intent.doubt;
  }

  /** A second call before the answer changes nothing. */
  start(choice) {
    if (!this.#sending && !this.intent) {
      this.#keep({
        ...choice,
        who: customerId(),
        key: newKey(),
        doubt: false,
        tries: 0,
        why: null,
        until: 0,
      });
      this.#send();
    }
  }

  /** Goes on with what was kept: waits for the rest of the time, or asks at once. */
  resume() {
    const { intent } = this;
    if (intent && !this.#sending) {
      if (intent.until > Date.now()) {
        this.#wait(intent);
      } else {
        this.#send();
      }
    }
  }

  giveUp() {
    clearTimeout(this.#timer);
    tab.remove(this.#name);
  }

  async #send() {
    const { intent } = this;
    if (this.#sending || !intent) {
      return;
    }
    this.#sending = true;
    clearTimeout(this.#timer);
    this.#onChange({ phase: "sending" });
    // Whoever reloads from now on finds an intent that may be stored.
    this.#keep({ ...intent, doubt: true, until: 0 });
    let after;
    try {
      const { item, qty, price, key } = intent;
      const { status, data } = await post("/orders", { item, qty, price }, { key });
      tab.set(`placed.${data.id}`, data);
      after = () => this.#end({ phase: "placed", order: data.id, open: status === 202 });
    } catch (problem) {
      after = () => this.#failed(intent, problem);
    }
    this.#sending = false;
    after();
  }

  #failed(intent, problem) {
    if (!(problem instanceof Problem)) {
      throw problem;
    }
    if (problem.status === 402) {
      this.#end({ phase: "declined", order: orderOf(problem) });
    } else if (problem.refused) {
      this.#later(intent, "refused", problem.retryAfter ?? 5);
    } else if (problem.status === 409) {
      this.#later({ ...intent, doubt: true }, "running", problem.retryAfter ?? 1);
    } else if (problem.unknown && !(problem.status === 500 && intent.tries >= PATIENCE)) {
      this.#later(
        { ...intent, doubt: true },
        unknownBecause(problem),
        Math.min(10, 2 + 2 * intent.tries),
      );
    } else {
      this.#refusedForGood({ ...intent, doubt: intent.doubt || problem.status === 500 }, problem);
    }
  }

  /** What may be stored keeps its key: after signing in, or by hand, it finds its one order. */
  #refusedForGood(intent, problem) {
    if (intent.doubt && problem.status !== 422) {
      this.#keep({ ...intent, tries: 0 });
    } else {
      this.giveUp();
    }
    this.#onChange({ phase: "failed", problem });
  }

  #later(intent, why, seconds) {
    const until = Date.now() + seconds * 1000;
    const later = { ...intent, why, seconds, until, tries: intent.tries + 1 };
    this.#keep(later);
    this.#wait(later);
  }

  #wait({ why, until, seconds }) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#send(), Math.max(0, until - Date.now()));
    this.#onChange({ phase: "waiting", why, until, seconds });
  }

  /** The network is back. A refusal still waits for its time. */
  #connected() {
    if (["offline", "noAnswer"].includes(this.intent?.why)) {
      this.#send();
    }
  }

  #end(state) {
    this.giveUp();
    this.#onChange(state);
  }

  #keep(intent) {
    tab.set(this.#name, intent);
  }
}

/** As hard to guess as a UUID, which browsers make behind https alone. */
function newKey() {
  const random = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(random, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

function unknownBecause(problem) {
  if (problem.status !== 0) {
    return "unknown";
  }
  return navigator.onLine ? "noAnswer" : "offline";
}

function orderOf(problem) {
  const address = problem.location ?? String(problem.document.order ?? "");
  const [, id] = /\/orders\/(\d+)$/.exec(address) ?? [];
  return id ?? null;
}
