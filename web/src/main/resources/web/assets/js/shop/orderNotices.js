/** What is said under the order button. */

import { h, say } from "../core/dom.js";
import { span } from "../core/format.js";
import { t } from "../core/i18n.js";
import { button, link, notice } from "../core/notice.js";
import { sentence } from "../core/problems.js";
import { session, signInAddress } from "../core/session.js";

const ALERT = { role: "alert" };

export function noCustomer() {
  const why = t("order.noCustomerWhy", { name: session.name });
  return notice("warn", t("order.noCustomer"), why, [], ALERT);
}

export function declinedWithoutOrder() {
  return notice("bad", t("progress.PayFailed.title"), t("progress.PayFailed.text"), [], ALERT);
}

/** @param doubt that the order may have been stored before the sign-in ended */
export function signInFirst(doubt) {
  if (!session.login) {
    return notice("note", t("order.signIn"), t("signIn.away"), [], ALERT);
  }
  const attributes = { class: "button primary", "data-test": "order-sign-in" };
  const way = link(t("nav.signIn"), signInAddress(), attributes);
  const why = t(doubt ? "order.signInDoubt" : "order.signInWhy");
  return notice("note", t("order.signIn"), why, [way], ALERT);
}

/** @param again tries with the same key, where the order may be stored; else null */
export function failure(problem, again) {
  const ways = again ? [button(t("again"), again), lookForIt()] : [];
  if (!again && problem.field === "price") {
    ways.push(button(t("order.lookAgain"), () => location.reload()));
  }
  const attributes = { ...ALERT, "data-test": "order-failed" };
  return notice("bad", t("order.failed"), sentence(problem, "order"), ways, attributes);
}

/**
 * Counts down to the next attempt.
 *
 * @param giveUp drops the order where it surely is not stored; else null
 * @returns `{element, stop()}`
 */
export function waiting({ why, until }, giveUp) {
  const left = h("span", {
    class: "countdown number",
    role: "timer",
    "data-test": "refused-countdown",
  });
  const tick = () => {
    const seconds = Math.ceil(Math.max(0, until - Date.now()) / 1000);
    say(left, t("wait.left", { span: span(seconds) }));
  };
  tick();
  const ticking = setInterval(tick, 500);
  const way = giveUp ? button(t("wait.giveUp"), giveUp, { "data-test": "give-up" }) : lookForIt();
  const kind = why === "offline" || why === "noAnswer" ? "warn" : "wait";
  const texts = [t(`wait.${why}.text`), left];
  const attributes = { "data-test": "waiting", "data-why": why };
  return {
    element: notice(kind, t(`wait.${why}.title`), texts, [way], attributes),
    stop: () => clearInterval(ticking),
  };
}

function lookForIt() {
  return link(t("wait.myOrders"), "/me.html", { class: "button" });
}
