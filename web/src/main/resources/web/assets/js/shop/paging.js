/** One page before, one page after. */

import { h } from "../core/dom.js";
import { t } from "../core/i18n.js";
import { button } from "../core/notice.js";

/**
 * @param page the API's `{number, totalPages}`
 * @param name of the list: `paging.name` is its label, and `name-previous`, `name-next` are for tests
 */
export function paging(page, turn, name = "page") {
  if (!page || page.totalPages < 2) {
    return null;
  }
  const { number, totalPages } = page;
  const way = (where, to, possible) =>
    button(t(`paging.${where}`), () => possible && turn(to), {
      "aria-disabled": String(!possible),
      "data-test": `${name}-${where}`,
    });
  return h(
    "nav",
    { class: "paging", "aria-label": t(`paging.${name}`) },
    way("previous", number - 1, number > 0),
    h("span", { class: "number" }, t("paging.where", { page: number + 1, pages: totalPages })),
    way("next", number + 1, number + 1 < totalPages),
  );
}
