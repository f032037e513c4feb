/** The one button, and what becomes of a click: placed, declined, refused for a moment, unknown. */

import { announce } from "../core/announce.js";
import { h, put, say } from "../core/dom.js";
import { span } from "../core/format.js";
import { t } from "../core/i18n.js";
import { mayOrder, mustSignIn, session } from "../core/session.js";
import { tab } from "../core/store.js";
import { Checkout } from "./checkout.js";
import { declinedWithoutOrder, failure, noCustomer, signInFirst, waiting } from "./orderNotices.js";

/** @param form the choice, which is locked while an order waits for its answer */
export function ordering(phone, form) {
  const place = h("div", { class: "ordering-state" });
  const attributes = { type: "button", class: "button primary large wide", onclick: clicked };
  const order = h("button", { ...attributes, "data-test": "order-button" }, t("order.now"));
  const checkout = new Checkout(phone.id, changed);
  let countdown = null;

  function clicked() {
    if (order.getAttribute("aria-disabled") === "true") {
      return;
    }
    if (mustSignIn()) {
      askToSignIn();
    } else if (!mayOrder()) {
      put(place, noCustomer());
    } else if (checkout.intent) {
      checkout.resume();
    } else {
      checkout.start(form.choice());
    }
  }

  function busy(yes, words = "order.sending") {
    order.setAttribute("aria-disabled", String(yes));
    say(order, t(yes ? words : "order.now"));
    form.lock(yes);
  }

  function changed(state) {
    countdown?.stop();
    busy(state.phase !== "failed", state.phase === "waiting" ? "order.waiting" : "order.sending");
    switch (state.phase) {
      case "sending":
        announce(t("order.sending"));
        break;
      case "waiting":
        wait(state);
        break;
      case "placed":
        tab.set(`open.${state.order}`, state.open);
        go(state.order, t("order.placed"));
        break;
      case "declined":
        declined(state.order);
        break;
      default:
        failed(state.problem);
    }
  }

  function go(id, words) {
    announce(words);
    location.assign(`/order.html?id=${id}`);
  }

  function declined(id) {
    if (id) {
      go(id, t("progress.PayFailed.title"));
    } else {
      busy(false);
      put(place, declinedWithoutOrder());
    }
  }

  function wait(state) {
    countdown = waiting(state, checkout.mayGiveUp ? giveUp : null);
    put(place, countdown.element);
    const again = t("wait.announce", { span: span(state.seconds) });
    announce(`${t(`wait.${state.why}.title`)} ${again}`);
  }

  function giveUp() {
    checkout.giveUp();
    countdown?.stop();
    busy(false);
    put(place);
    announce(t("wait.givenUp"));
    order.focus();
  }

  function failed(problem) {
    if (problem.status === 401 && session.login) {
      askToSignIn();
      return;
    }
    const kept = checkout.intent !== null;
    busy(kept, "order.waiting");
    put(place, failure(problem, kept ? () => checkout.resume() : null));
  }

  function askToSignIn() {
    put(place, signInFirst(checkout.intent !== null));
    place.querySelector("a")?.focus();
  }

  // A page that the browser had put aside comes back with a button that can be pressed.
  addEventListener("pageshow", (event) => event.persisted && !checkout.intent && busy(false));
  if (checkout.intent && mayOrder()) {
    form.set(checkout.intent);
    queueMicrotask(() => checkout.resume());
  }
  const what = h("p", { class: "soft small" }, t("order.what"));
  return h("div", { class: "ordering stack" }, order, what, place);
}
