/** The one button, and what becomes of a click: placed, declined, refused for a moment, unknown. */

import { announce } from "../core/announce.js";
import { h, put, say } from "../core/dom.js";
import { span } from "../core/format.js";
import { t } from "../core/i18n.js";
import { button, link, notice } from "../core/notice.js";
import { sentence } from "../core/problems.js";
import { mayOrder, mustSignIn, session, signInAddress } from "../core/session.js";
import { tab } from "../core/store.js";
import { Checkout } from "./checkout.js";

/** @param form the choice, which is locked while an order waits for its answer */
export function ordering(phone, form) {
  const place = h("div", { class: "ordering-state" });
  const order = h(
    "button",
    {
      type: "button",
      class: "button primary large wide",
      "data-test": "order-button",
      onclick: clicked,
    },
    t("order.now"),
  );
  const checkout = new Checkout(phone.id, changed);
  let ticking = null;

  function clicked() {
    if (order.getAttribute("aria-disabled") === "true") {
      return;
    }
    if (mustSignIn()) {
      askToSignIn();
    } else if (mayOrder()) {
      form.lock(true);
      checkout.start(form.choice());
    } else {
      put(
        place,
        notice(
          "warn",
          t("order.noCustomer"),
          t("order.noCustomerWhy", { name: session.name }),
          [],
          { role: "alert" },
        ),
      );
    }
  }

  function busy(yes) {
    order.setAttribute("aria-disabled", String(yes));
    say(order, t(yes ? "order.sending" : "order.now"));
    form.lock(yes);
  }

  function changed(state) {
    clearInterval(ticking);
    busy(state.phase !== "failed");
    switch (state.phase) {
      case "sending":
        announce(t("order.sending"));
        break;
      case "waiting":
        waiting(state);
        break;
      case "placed":
      case "declined":
        arrived(state);
        break;
      default:
        failed(state.problem);
    }
  }

  function arrived({ phase, order: id, open }) {
    if (open) {
      tab.set(`open.${id}`, true);
    }
    if (id === null) {
      busy(false);
      put(
        place,
        notice("bad", t("progress.PayFailed.title"), t("progress.PayFailed.text"), [], {
          role: "alert",
        }),
      );
      return;
    }
    announce(t(phase === "placed" ? "order.placed" : "progress.PayFailed.title"));
    location.assign(`/order.html?id=${id}`);
  }

  function waiting({ why, until, seconds }) {
    const left = h("span", {
      class: "countdown number",
      role: "timer",
      "data-test": "refused-countdown",
    });
    const tick = () =>
      say(left, t("wait.left", { span: span(Math.ceil(Math.max(0, until - Date.now()) / 1000)) }));
    tick();
    ticking = setInterval(tick, 500);
    const ways = checkout.mayGiveUp
      ? [button(t("wait.giveUp"), giveUp, { "data-test": "give-up" })]
      : [link(t("wait.myOrders"), "/me.html", { class: "button" })];
    const kind = why === "offline" || why === "noAnswer" ? "warn" : "wait";
    put(
      place,
      notice(kind, t(`wait.${why}.title`), [t(`wait.${why}.text`), left], ways, {
        "data-test": "waiting",
        "data-why": why,
      }),
    );
    announce(`${t(`wait.${why}.title`)} ${t("wait.announce", { span: span(seconds) })}`);
  }

  function giveUp() {
    checkout.giveUp();
    clearInterval(ticking);
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
    const ways = [];
    if (checkout.intent) {
      busy(true);
      ways.push(
        button(t("again"), () => checkout.resume()),
        link(t("wait.myOrders"), "/me.html", { class: "button" }),
      );
    } else if (problem.field === "price") {
      ways.push(button(t("order.lookAgain"), () => location.reload()));
    }
    put(
      place,
      notice("bad", t("order.failed"), sentence(problem, "order"), ways, {
        role: "alert",
        "data-test": "order-failed",
      }),
    );
  }

  function askToSignIn() {
    const ways = session.login
      ? [
          link(t("nav.signIn"), signInAddress(), {
            class: "button primary",
            "data-test": "order-sign-in",
          }),
        ]
      : [];
    put(
      place,
      notice(
        "note",
        t("order.signIn"),
        t(session.login ? "order.signInWhy" : "signIn.away"),
        ways,
        { role: "alert" },
      ),
    );
    place.querySelector("a")?.focus();
  }

  // A page that the browser had put aside comes back with a button that can be pressed.
  addEventListener("pageshow", (event) => event.persisted && !checkout.intent && busy(false));
  if (checkout.intent && mayOrder()) {
    form.set(checkout.intent);
    queueMicrotask(() => checkout.resume());
  }
  return h(
    "div",
    { class: "ordering stack" },
    order,
    h("p", { class: "soft small" }, t("order.what")),
    place,
  );
}
