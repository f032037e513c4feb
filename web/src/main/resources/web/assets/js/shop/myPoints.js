/** A customer's points: the balance, and what came and went as a chart and a list. */

import { get } from "../core/api.js";
import { h, put, say } from "../core/dom.js";
import { change, moment, points } from "../core/format.js";
import { t } from "../core/i18n.js";
import { repeat } from "../core/live.js";
import { button, notice } from "../core/notice.js";
import { paging } from "./paging.js";
import { sentence } from "../core/problems.js";
import { customerId } from "../core/session.js";
import { table } from "../core/table.js";
import { balanceChart } from "./chart.js";

const EVERY = 5000;
const CHARTED = 100;
const REASONS = { earned: "earned", "taken back": "takenBack", "given back": "givenBack" };

/** @returns two elements, `balance` and `history` */
export function myPoints() {
  const sum = h("p", { class: "balance number", "data-test": "balance" }, "–");
  const debt = h("p", { class: "small", hidden: true }, t("me.debt"));
  const balance = h(
    "section",
    { class: "card balance-card", "aria-labelledby": "balance" },
    h("h2", { id: "balance" }, t("me.balance")),
    sum,
    debt,
    h("p", { class: "soft small" }, t("me.rule")),
  );
  const history = h("div", { class: "stack" });
  let page = 0;
  let shown = null;
  const asking = repeat(load, EVERY);

  function turn(to) {
    [page, shown] = [to, null];
    asking.now();
  }

  async function load() {
    const wanted = page;
    try {
      const charted = (await ask(0, CHARTED)).data;
      const list =
        page === 0 && charted.page.totalPages <= 1 ? charted : (await ask(wanted, 10)).data;
      if (wanted === page) {
        present(charted, list);
      }
    } catch (problem) {
      shown = null;
      put(
        history,
        notice("warn", t("me.pointsFailed"), sentence(problem, "me"), [
          button(t("again"), asking.now),
        ]),
      );
    }
  }

  function present(charted, list) {
    const words = JSON.stringify([charted, list]);
    if (words === shown) {
      return;
    }
    const turned = history.contains(document.activeElement)
      ? document.activeElement.getAttribute("data-test")
      : null;
    shown = words;
    say(sum, points(charted.balance));
    debt.hidden = charted.balance >= 0;
    const entries = list._embedded?.points ?? [];
    const paged = shortened(list, page);
    put(
      history,
      balanceChart(charted._embedded?.points ?? []),
      entries.length > 0
        ? pointsTable(paged.entries)
        : notice("note", t("me.noPoints"), t("me.rule")),
      paging(paged.page, turn, "points"),
    );
    if (turned) {
      history.querySelector(`[data-test="${turned}"]`)?.focus();
    }
  }

  return { balance, history };
}

const ask = (page, size) =>
  get(
    `/customers/points?${new URLSearchParams({ customerId: customerId(), page: String(page), size: String(size) })}`,
  );

/** The first ten of an answer that holds more. */
function shortened(list, page) {
  const entries = list._embedded?.points ?? [];
  return entries.length > 10
    ? {
        entries: entries.slice(0, 10),
        page: { number: page, totalPages: Math.ceil(list.page.totalElements / 10) },
      }
    : { entries, page: list.page };
}

function pointsTable(entries) {
  return table({
    caption: t("me.pointsTable"),
    columns: [
      { name: t("me.what") },
      { name: t("me.change"), right: true },
      { name: t("me.after"), right: true },
    ],
    rows: entries.map(line),
    attributes: { "data-test": "points-table" },
  });
}

function line(entry) {
  return {
    cells: [
      [
        h(
          "a",
          { href: `/order.html?id=${entry.orderId}`, class: "order-link" },
          t(`points.${REASONS[entry.reason] ?? "earned"}`, { id: entry.orderId }),
        ),
        h("time", { class: "soft small order-more", datetime: entry.at }, moment(entry.at)),
      ],
      change(entry.point),
      points(entry.balance),
    ],
  };
}
