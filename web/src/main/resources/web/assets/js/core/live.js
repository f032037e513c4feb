/** Follows what changes: by server-sent events, by asking again and again while those are cut. */

const AGAIN = 10_000;

/**
 * Calls `ask` now and every so often (`every`: milliseconds, or a function that tells them), never twice at a time, not while the page is hidden, and at
 * once when it is seen again or the network is back. Its errors are its own.
 *
 * @returns `{ now(), stop() }`
 */
export function repeat(ask, every) {
  let timer = null;
  let running = false;
  let stopped = false;
  const wait = () => {
    clearTimeout(timer);
    if (!stopped && !document.hidden) {
      timer = setTimeout(now, typeof every === "function" ? every() : every);
    }
  };
  const now = async () => {
    if (stopped || running) {
      return;
    }
    running = true;
    clearTimeout(timer);
    try {
      await ask();
    } finally {
      running = false;
      wait();
    }
  };
  const seen = () => (document.hidden ? clearTimeout(timer) : now());
  document.addEventListener("visibilitychange", seen);
  addEventListener("online", now);
  queueMicrotask(now);
  return {
    now,
    stop() {
      stopped = true;
      clearTimeout(timer);
      document.removeEventListener("visibilitychange", seen);
      removeEventListener("online", now);
    },
  };
}

/**
 * Listens to a stream of events; while it is cut, `ask` is called every two seconds.
 *
 * @param events handlers by name of event, given the parsed data
 * @param onState told "live" or "polling"
 */
export function follow(url, events, ask, onState = () => {}) {
  let source = null;
  let again = null;
  let polling = null;
  let stopped = false;

  const poll = () => {
    onState("polling");
    polling ??= repeat(ask, 2000);
  };
  const cut = () => {
    source?.close();
    source = null;
    clearTimeout(again);
  };
  const listen = () => {
    cut();
    if (stopped || document.hidden) {
      return;
    }
    const current = new EventSource(url);
    source = current;
    current.onopen = () => {
      polling?.stop();
      polling = null;
      onState("live");
    };
    // The browser comes again by itself after a cut, and gives up after a refusal.
    current.onerror = () => {
      poll();
      if (current.readyState === EventSource.CLOSED) {
        again = setTimeout(listen, AGAIN);
      }
    };
    for (const [name, handle] of Object.entries(events)) {
      current.addEventListener(name, (event) => handle(JSON.parse(event.data)));
    }
  };
  const seen = () => (document.hidden ? cut() : listen());
  document.addEventListener("visibilitychange", seen);
  addEventListener("pagehide", cut);
  addEventListener("pageshow", (event) => event.persisted && listen());
  listen();
  return {
    stop() {
      stopped = true;
      cut();
      polling?.stop();
      document.removeEventListener("visibilitychange", seen);
    },
  };
}
