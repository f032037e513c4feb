import { addTexts } from "../core/i18n.js";
import { layout } from "../core/layout.js";

await addTexts({
  ko: () => import("../texts/desk.ko.js"),
  en: () => import("../texts/desk.en.js"),
});
layout("dealer");
