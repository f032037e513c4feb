/** What every page has: the way around by role, language, theme, who is signed in. */

import { announce } from "./announce.js";
import { h, one, put } from "./dom.js";
import { language, otherLanguage, t, translate } from "./i18n.js";
import { sentence } from "./problems.js";
import { hasRole, session, signInAddress, signOut } from "./session.js";
import { themeButton } from "./theme.js";

const PLACES = {
  shop: {
    href: "/",
    open: () =>
      !session.signedIn || hasRole("customer") || hasRole("operator") || hasRole("dealer"),
  },
  me: { href: "/me.html", open: () => !session.signedIn || hasRole("customer") },
  dealer: { href: "/dealer.html", open: () => hasRole("dealer") },
  operator: { href: "/operator.html", open: () => hasRole("operator") },
};

/** @param here the place that the page belongs to: shop, me, dealer, operator, or null */
export function layout(here) {
  translate();
  document.title = `${document.title} – ${t("shop.name")}`;
  put(one("#top"), header(here));
  put(one("#foot"), footer());
  document.documentElement.classList.add("ready");
}

/** The page's own name, once it is known. */
export function title(text) {
  document.title = `${text} – ${t("shop.name")}`;
}

function header(here) {
  return h(
    "div",
    { class: "bar" },
    h(
      "a",
      { class: "brand", href: "/" },
      h("img", { src: "/assets/icons/logo.svg", alt: "", width: 32, height: 32 }),
      h("span", {}, t("shop.name")),
    ),
    h("nav", { class: "places", "aria-label": t("nav.label") }, h("ul", {}, places(here))),
    h("div", { class: "tools" }, languageLink(), themeButton(), account()),
  );
}

function places(here) {
  return Object.entries(PLACES)
    .filter(([, place]) => place.open())
    .map(([name, { href }]) =>
      h(
        "li",
        {},
        h(
          "a",
          { href, "aria-current": name === here ? "page" : null, "data-test": `nav-${name}` },
          t(`nav.${name}`),
        ),
      ),
    );
}

function languageLink() {
  const other = language === "ko" ? "en" : "ko";
  return h(
    "a",
    {
      class: "tool",
      href: otherLanguage(),
      lang: other,
      hreflang: other,
      "data-test": "language",
      // The address may have changed since.
      onclick: (event) => event.currentTarget.setAttribute("href", otherLanguage()),
    },
    other === "en" ? "English" : "한국어",
  );
}

function account() {
  if (!session.signedIn) {
    return session.login
      ? h(
          "a",
          {
            class: "tool",
            href: signInAddress(),
            "data-test": "sign-in",
            onclick: (event) => event.currentTarget.setAttribute("href", signInAddress()),
          },
          t("nav.signIn"),
        )
      : null;
  }
  return [
    h(
      "span",
      { class: "who", "data-test": "who" },
      h("span", { class: "visually-hidden" }, t("nav.who")),
      session.name,
    ),
    h(
      "button",
      {
        type: "button",
        class: "tool",
        "data-test": "sign-out",
        onclick: () => signOut().catch((e) => announce(sentence(e))),
      },
      t("nav.signOut"),
    ),
  ];
}

function footer() {
  const staff = !session.signedIn && session.guests;
  return h(
    "div",
    { class: "foot" },
    h("p", {}, t("foot.what")),
    staff
      ? h(
          "nav",
          { "aria-label": t("foot.staff") },
          h(
            "ul",
            {},
            h("li", {}, h("a", { href: "/dealer.html" }, t("nav.dealer"))),
            h("li", {}, h("a", { href: "/operator.html" }, t("nav.operator"))),
          ),
        )
      : null,
  );
}
