/** My page: my orders, by state and page; my points, what came and went. */

import { h, one, put } from "../core/dom.js";
import { addTexts, t } from "../core/i18n.js";
import { layout } from "../core/layout.js";
import { link, notice } from "../core/notice.js";
import { hasRole, mustSignIn, session, signInAddress } from "../core/session.js";
import { myOrders } from "./myOrders.js";
import { myPoints } from "./myPoints.js";
import { waitingOrders } from "./waiting.js";

await addTexts({
  ko: () => import("../texts/shop.ko.js"),
  en: () => import("../texts/shop.en.js"),
});
layout("me");
const content = one("#content");

if (mustSignIn()) {
  const ways = session.login
    ? [
        link(t("nav.signIn"), signInAddress(), {
          class: "button primary",
          "data-test": "me-sign-in",
        }),
      ]
    : [];
  put(
    content,
    notice("note", t("signIn.needed"), t(session.login ? "signIn.why" : "signIn.away"), ways),
  );
} else if (session.signedIn && !hasRole("customer")) {
  put(content, notice("note", t("me.noCustomer"), t("signIn.wrongRole")));
} else {
  const points = myPoints();
  put(
    content,
    session.signedIn
      ? null
      : notice(
          "note",
          t("me.guest"),
          t("me.guestWhy"),
          session.login ? [link(t("nav.signIn"), signInAddress())] : [],
        ),
    waitingOrders(),
    points.balance,
    h(
      "section",
      { class: "section", "aria-labelledby": "orders" },
      h("h2", { id: "orders" }, t("me.orders")),
      myOrders(),
    ),
    h(
      "section",
      { class: "section", "aria-labelledby": "points" },
      h("h2", { id: "points" }, t("me.history")),
      points.history,
    ),
  );
}
