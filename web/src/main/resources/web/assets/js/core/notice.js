/** A framed message: an icon, a title, sentences, and what one can do. */

import { h } from "./dom.js";
import { icon } from "./icons.js";

const ICONS = { good: "check", wait: "clock", warn: "warning", bad: "cross", note: "info" };

/** @param kind good, wait, warn, bad or note */
export function notice(kind, title, sentences = [], actions = [], attributes = {}) {
  return h(
    "div",
    { class: `notice notice-${kind}`, ...attributes },
    icon(ICONS[kind]),
    h(
      "div",
      { class: "notice-text" },
      title ? h("p", { class: "notice-title" }, title) : null,
      [sentences].flat().map((text) => (typeof text === "string" ? h("p", {}, text) : text)),
      actions.length > 0 ? h("div", { class: "actions" }, actions) : null,
    ),
  );
}

export function button(text, onclick, attributes = {}) {
  return h("button", { type: "button", class: "button", onclick, ...attributes }, text);
}

export function link(text, href, attributes = {}) {
  return h("a", { href, ...attributes }, text);
}
