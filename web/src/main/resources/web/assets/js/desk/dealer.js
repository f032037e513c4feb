/** The dealer's desk: what to ship, what was shipped, what comes back. */

import { one, put } from "../core/dom.js";
import { addTexts } from "../core/i18n.js";
import { layout } from "../core/layout.js";
import { DealerDesk } from "./dealerDesk.js";
import { refusal } from "./gate.js";

await addTexts({
  ko: () => import("../texts/dealer.ko.js"),
  en: () => import("../texts/dealer.en.js"),
});
layout("dealer");
put(one("#content"), refusal("dealer", ["dealer", "operator"], true) ?? new DealerDesk().element);
