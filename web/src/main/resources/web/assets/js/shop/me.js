import { addTexts } from "../core/i18n.js";
import { layout } from "../core/layout.js";

await addTexts({
  ko: () => import("../texts/shop.ko.js"),
  en: () => import("../texts/shop.en.js"),
});
layout("me");
