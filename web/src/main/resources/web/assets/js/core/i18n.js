/** The page's language, Korean unless English was asked for, and its texts. */

export const language = document.documentElement.lang === "en" ? "en" : "ko";

const texts = {};

/** Adds texts to those known: `{ ko: () => import(…), en: () => import(…) }`. */
export async function addTexts(sources) {
  Object.assign(texts, (await sources[language]()).default);
}

/** The text of that key, with `{name}` filled in. */
export function t(key, values = {}) {
  const text = texts[key] ?? key;
  return text.replace(/\{(\w+)\}/g, (whole, name) =>
    name in values ? String(values[name]) : whole,
  );
}

export function has(key) {
  return key in texts;
}

/** Fills what the HTML leaves to the language: `data-t` for text, `data-t-label` for aria-label. */
export function translate(root = document) {
  for (const element of root.querySelectorAll("[data-t]")) {
    element.textContent = t(element.dataset.t);
  }
  for (const element of root.querySelectorAll("[data-t-label]")) {
    element.setAttribute("aria-label", t(element.dataset.tLabel));
  }
}

/** This page in the other language. */
export function otherLanguage() {
  const url = new URL(location.href);
  url.searchParams.set("lang", language === "ko" ? "en" : "ko");
  return url.pathname + url.search;
}

await addTexts({
  ko: () => import("../texts/core.ko.js"),
  en: () => import("../texts/core.en.js"),
});
