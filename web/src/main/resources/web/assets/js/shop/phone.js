/** A phone: its options, how many, what it costs and earns, and one button. */

import { h, one, put } from "../core/dom.js";
import { addTexts, t } from "../core/i18n.js";
import { layout, title } from "../core/layout.js";
import { button, link, notice } from "../core/notice.js";
import { sentence } from "../core/problems.js";
import { local, phone as askFor, picture } from "./catalogue.js";
import { choiceForm } from "./choice.js";
import { ordering } from "./ordering.js";

await addTexts({
  ko: () => import("../texts/shop.ko.js"),
  en: () => import("../texts/shop.en.js"),
});
layout("shop");
const content = one("#content");
const id = new URLSearchParams(location.search).get("id") ?? "";
show();

async function show() {
  put(content, h("p", { class: "soft" }, t("loading")));
  try {
    present(await askFor(encodeURIComponent(id)));
  } catch (problem) {
    const ways = [
      problem.status === 404 ? null : button(t("again"), show),
      link(t("phone.all"), "/", { class: "button" }),
    ].filter(Boolean);
    put(
      content,
      notice("bad", t("phone.failed"), sentence(problem, "phone"), ways, { role: "alert" }),
    );
  }
}

function present(phone) {
  const heading = one("h1");
  heading.textContent = phone.name;
  title(phone.name);
  const form = choiceForm(phone);
  put(
    content,
    h(
      "div",
      { class: "phone-page" },
      h(
        "div",
        { class: "phone-stage large" },
        h("img", {
          src: picture(phone),
          alt: t("phone.picture", { name: phone.name }),
          width: 360,
          height: 450,
        }),
      ),
      h(
        "div",
        { class: "stack" },
        h("p", { class: "phone-about" }, local(phone.description)),
        phone.demo ? notice("note", t("phone.trial"), t("phone.trialWhat")) : null,
        form.element,
        ordering(phone, form),
      ),
    ),
  );
}
