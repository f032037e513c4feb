/** The front page: all phones. */

import { h, one, put } from "../core/dom.js";
import { won } from "../core/format.js";
import { addTexts, t } from "../core/i18n.js";
import { layout } from "../core/layout.js";
import { button, notice } from "../core/notice.js";
import { sentence } from "../core/problems.js";
import { local, phones, picture } from "./catalogue.js";
import { waitingOrders } from "./waiting.js";

await addTexts({
  ko: () => import("../texts/shop.ko.js"),
  en: () => import("../texts/shop.en.js"),
});
layout("shop");
const content = one("#content");
show();

async function show() {
  put(content, h("p", { class: "lead" }, t("index.lead")), waitingOrders(), skeleton());
  try {
    const all = await phones();
    const real = all.filter((phone) => !phone.demo);
    const demo = all.filter((phone) => phone.demo);
    put(
      content,
      h("p", { class: "lead" }, t("index.lead")),
      waitingOrders(),
      grid(real),
      trials(demo),
    );
  } catch (problem) {
    const again = button(t("again"), show, { "data-test": "again" });
    put(
      content,
      waitingOrders(),
      notice("bad", t("index.failed"), sentence(problem), [again], { role: "alert" }),
    );
  }
}

function grid(list) {
  return list.length > 0
    ? h("ul", { class: "phones" }, list.map(card))
    : notice("note", t("index.none"));
}

function card(phone) {
  return h(
    "li",
    { class: "phone-card" },
    h(
      "div",
      { class: "phone-stage" },
      h("img", { src: picture(phone), alt: "", width: 240, height: 300 }),
    ),
    phone.brand ? h("p", { class: "phone-brand" }, phone.brand) : null,
    h(
      "h2",
      {},
      h(
        "a",
        {
          href: `/phone.html?id=${encodeURIComponent(phone.id)}`,
          "data-test": `phone-${phone.id}`,
        },
        phone.name,
      ),
    ),
    h("p", { class: "phone-words" }, local(phone.description)),
    h("p", { class: "phone-price number" }, won(phone.unitPrice)),
  );
}

/** Phones whose price makes the payment sandbox decline, or answer late, or never. */
function trials(list) {
  return list.length === 0
    ? null
    : h(
        "section",
        { class: "section", "aria-labelledby": "trials" },
        h("h2", { id: "trials" }, t("index.trials")),
        h("p", { class: "soft" }, t("index.trialsWhat")),
        h("ul", { class: "phones trials" }, list.map(card)),
      );
}

function skeleton() {
  const blank = h(
    "ul",
    { class: "phones", "aria-hidden": "true" },
    Array.from({ length: 8 }, () => h("li", { class: "phone-card blank" })),
  );
  return [h("p", { class: "visually-hidden" }, t("loading")), blank];
}
