/** A customer's orders, newest first, by state and page. */

import { announce } from "../core/announce.js";
import { get } from "../core/api.js";
import { h, put } from "../core/dom.js";
import { number } from "../core/format.js";
import { t } from "../core/i18n.js";
import { repeat } from "../core/live.js";
import { button, notice } from "../core/notice.js";
import { sentence } from "../core/problems.js";
import { customerId } from "../core/session.js";
import { phones } from "./catalogue.js";
import { ordersTable } from "./ordersTable.js";
import { paging } from "./paging.js";
import { STATES } from "./progress.js";

const EVERY = 5000;

export function myOrders() {
  const parameters = new URLSearchParams(location.search);
  const asked = parameters.get("status");
  let status = STATES.includes(asked) ? asked : "";
  let page = Math.max(0, Number.parseInt(parameters.get("page") ?? "1", 10) - 1) || 0;
  let shown = null;
  const filter = stateFilter(status, (chosen) => turn(chosen, 0));
  const list = h("div", { "data-test": "orders-list" }, h("p", { class: "soft" }, t("loading")));
  const asking = repeat(load, EVERY);

  function turn(chosen, to) {
    [status, page, shown] = [chosen, to, null];
    const url = new URL(location.href);
    setOrDelete(url, "status", status);
    setOrDelete(url, "page", page > 0 ? String(page + 1) : "");
    history.replaceState(null, "", url);
    asking.now();
  }

  async function load() {
    const wanted = { status, page };
    const query = new URLSearchParams({ customerId: customerId(), page: String(page), size: "10" });
    if (status) {
      query.set("status", status);
    }
    try {
      const [{ data }, all] = await Promise.all([
        get(`/customers/search/findByCustomerId?${query}`),
        phones().catch(() => []),
      ]);
      if (wanted.status === status && wanted.page === page) {
        present(data, all);
      }
    } catch (problem) {
      shown = null;
      put(
        list,
        notice("warn", t("me.ordersFailed"), sentence(problem, "me"), [
          button(t("again"), asking.now),
        ]),
      );
    }
    if (wanted.status !== status || wanted.page !== page) {
      queueMicrotask(asking.now);
    }
  }

  /** A list that is as it was is left alone, with whatever has the focus in it. */
  function present(data, all) {
    const words = JSON.stringify([data, all.length]);
    if (words === shown) {
      return;
    }
    const focused = list.contains(document.activeElement)
      ? document.activeElement.getAttribute("data-test")
      : null;
    const first = shown === null;
    shown = words;
    const rows = data._embedded?.customers ?? [];
    const total = data.page?.totalElements ?? rows.length;
    put(
      list,
      rows.length > 0
        ? ordersTable(rows, all, total)
        : notice("note", t(status ? "me.noneSo" : "me.none"), []),
      paging(data.page, (to) => turn(status, to), "orders"),
    );
    if (focused) {
      list.querySelector(`[data-test="${focused}"]`)?.focus();
    }
    if (first) {
      announce(t("me.count", { n: number(total) }));
    }
  }

  return [filter, list];
}

function stateFilter(status, choose) {
  const select = h(
    "select",
    {
      class: "input",
      id: "state",
      "data-test": "orders-filter",
      onchange: () => choose(select.value),
    },
    h("option", { value: "", selected: status === "" }, t("me.all")),
    STATES.map((state) =>
      h("option", { value: state, selected: state === status }, t(`status.${state}`)),
    ),
  );
  return h("div", { class: "field filter" }, h("label", { for: "state" }, t("me.filter")), select);
}

function setOrDelete(url, name, value) {
  if (value) {
    url.searchParams.set(name, value);
  } else {
    url.searchParams.delete(name);
  }
}
