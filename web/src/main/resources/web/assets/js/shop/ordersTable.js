/** Orders as a table: what, how much, where it stands. */

import { h } from "../core/dom.js";
import { number, points, won } from "../core/format.js";
import { t } from "../core/i18n.js";
import { icon } from "../core/icons.js";
import { table } from "../core/table.js";
import { describe } from "./catalogue.js";
import { STATES, kindOf } from "./progress.js";

const ICONS = { good: "check", wait: "clock", warn: "clock", bad: "cross", note: "back" };

/** @param all the catalogue, for the names of what was ordered */
export function ordersTable(rows, all, total) {
  return table({
    caption: t("me.count", { n: number(total) }),
    columns: [
      { name: t("me.order") },
      { name: t("me.price"), right: true },
      { name: t("me.state") },
    ],
    rows: rows.map((row) => line(row, all)),
    attributes: { "data-test": "orders-table" },
  });
}

function line(row, all) {
  return {
    attributes: { "data-test": `order-${row.orderId}`, "data-status": row.status ?? "" },
    cells: [
      [
        h(
          "a",
          {
            href: `/order.html?id=${row.orderId}`,
            class: "order-link",
            "data-test": `order-link-${row.orderId}`,
          },
          describe(row.item, all) || t("me.unheard"),
        ),
        h(
          "span",
          { class: "soft small order-more" },
          t("me.more", { id: row.orderId, n: row.qty ?? "–" }),
        ),
      ],
      [
        won(row.price),
        row.point ? h("span", { class: "soft small order-more" }, points(row.point)) : null,
      ],
      statusBadge(row.status),
    ],
  };
}

function statusBadge(status) {
  const kind = kindOf(status);
  return h(
    "span",
    { class: `badge badge-${kind}` },
    icon(ICONS[kind]),
    t(`status.${STATES.includes(status) ? status : "Ordered"}`),
  );
}
