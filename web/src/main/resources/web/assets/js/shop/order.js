/** An order: where it stands, live; what happened to it; and the way to cancel it. */

import { announce } from "../core/announce.js";
import { h, one, put } from "../core/dom.js";
import { addTexts, t } from "../core/i18n.js";
import { layout, title } from "../core/layout.js";
import { follow, repeat } from "../core/live.js";
import { link, notice } from "../core/notice.js";
import { sentence } from "../core/problems.js";
import { mustSignIn, session, signInAddress } from "../core/session.js";
import { tab } from "../core/store.js";
import { cancelling } from "./cancelling.js";
import { phones } from "./catalogue.js";
import { OrderState } from "./orderState.js";
import { history, stations, summary, verdict } from "./orderView.js";
import { cancellable, progress } from "./progress.js";

await addTexts({
  ko: () => import("../texts/shop.ko.js"),
  en: () => import("../texts/shop.en.js"),
});
layout("me");
const id = /^\d{1,18}$/.exec(new URLSearchParams(location.search).get("id") ?? "")?.[0] ?? "0";
one("h1").textContent = t("order.number", { id });
title(t("order.number", { id }));

const state = new OrderState(id, render, tab.get(`placed.${id}`));
const cancel = cancelling(id, (row) => {
  state.changedHere(row);
  // The button that had the focus is gone.
  parts.verdict.focus();
});
const parts = {
  verdict: h("div", { tabindex: -1 }),
  stations: h("div", {}),
  summary: h("div", {}),
  cancel: cancel.element,
  history: h("div", {}),
  live: h("p", { class: "live-state", "data-test": "live-state" }),
};
let catalogue = [];
let said = null;

if (mustSignIn()) {
  const ways = session.login
    ? [link(t("nav.signIn"), signInAddress(), { class: "button primary" })]
    : [];
  put(
    one("#content"),
    notice("note", t("signIn.needed"), t(session.login ? "signIn.why" : "signIn.away"), ways),
  );
} else {
  begin();
}

function begin() {
  put(
    one("#content"),
    h(
      "div",
      { class: "order-page" },
      h("div", { class: "stack" }, parts.verdict, parts.stations, parts.cancel, parts.live),
      parts.summary,
    ),
    parts.history,
  );
  phones().then(
    (all) => {
      catalogue = all;
      render();
    },
    // Without the catalogue an item is shown as it was ordered.
    () => {},
  );
  render();
  // Asked for until the view has heard of it, and listened to from then on.
  const asking = repeat(async () => {
    await state.load();
    if (state.heard) {
      asking.stop();
      follow(`/customers/${id}/events`, state.events, () => state.load(), connection);
    }
  }, state.patience);
  // What is true "for longer than usual" becomes so without any event.
  setInterval(() => state.row && render(), 2000);
}

function connection(how) {
  parts.live.dataset.live = how;
  parts.live.textContent = t(`live.${how}`);
}

function render() {
  const { row, timeline, problem } = state;
  if (!row) {
    put(
      parts.verdict,
      problem ? missing(problem) : notice("wait", t("order.loading"), t("loading")),
    );
    return;
  }
  const open = tab.get(`open.${id}`) === true;
  const now = progress(row, timeline, { open, now: Date.now() });
  const words = JSON.stringify([
    now,
    row,
    timeline.length,
    problem?.status,
    state.partly,
    catalogue.length,
  ]);
  if (words === said) {
    return;
  }
  said = words;
  put(parts.verdict, verdict(now, row, catalogue), doubts(problem));
  put(parts.stations, stations(now, row));
  put(parts.summary, summary(row, catalogue));
  put(parts.history, history(timeline));
  cancel.show(
    cancellable(row.status),
    timeline.some((entry) => entry.event === "Shipped"),
  );
  announce([t(now.name), ...now.sentences.map((key) => t(key))].join(" "));
}

/** What is shown may be older than the truth, and says so. */
function doubts(problem) {
  if (state.partly) {
    return notice("warn", t("order.partly"), t("order.partlyWhy"));
  }
  return problem
    ? notice("warn", t("order.cut"), sentence(problem, "order.read"), signInAgain(problem))
    : null;
}

/** Just ordered and not in the view yet, or nobody's, or another's: the last two are told alike. */
function missing(problem) {
  if (problem.status === 404 && problem.stale) {
    return notice("wait", t("order.soon"), t("order.soonWhy"));
  }
  const ways = [...signInAgain(problem), link(t("order.mine"), "/me.html", { class: "button" })];
  return notice(
    problem.status === 404 ? "note" : "warn",
    t("order.missing"),
    sentence(problem, "order.read"),
    ways,
  );
}

function signInAgain(problem) {
  return problem.status === 401 && session.login
    ? [link(t("nav.signIn"), signInAddress(), { class: "button primary" })]
    : [];
}
