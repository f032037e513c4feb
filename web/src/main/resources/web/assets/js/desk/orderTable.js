/** One order side by side: what each service says of it, and where they disagree, in words. */

import { h } from "../core/dom.js";
import { number, points, won } from "../core/format.js";
import { t } from "../core/i18n.js";
import { icon } from "../core/icons.js";
import { describe } from "../shop/catalogue.js";
import { cell, row, table } from "./table.js";

const FIELDS = ["status", "price", "item", "qty", "point", "customerId"];
const SERVICES = ["app", "pay", "store", "reward", "view"];

/** What each service can be asked; the others are none of its business. */
const TOLD = {
  app: {
    status: "status",
    price: "price",
    item: "item",
    qty: "qty",
    point: "point",
    customerId: "customerId",
  },
  pay: { status: "process", price: "price" },
  store: { status: "process", item: "item", customerId: "customerId" },
  reward: { point: "entries", customerId: "customerId" },
  view: {
    status: "status",
    price: "price",
    item: "item",
    qty: "qty",
    point: "point",
    customerId: "customerId",
  },
};

/** @param names the phones of the catalogue */
export function orderTable(id, seen, disagreements, names) {
  return table({
    name: "order",
    caption: t("lookup.caption", { id }),
    columns: [t("lookup.row"), ...SERVICES.map(nameOf)],
    body: FIELDS.map((field) => fieldRow(field, seen, disagreements, names)),
    attributes: { "data-test": "order-table" },
  });
}

export function nameOf(service) {
  return service === "view" ? t("lookup.service.view") : service;
}

/** A disagreement as a sentence. */
export function saying({ service, field, says, against, expected }, names) {
  return t("lookup.saying", {
    service: nameOf(service),
    field: t(`lookup.row.${field}`),
    says: says === undefined ? t("lookup.unknown") : word(field, says, names),
    against,
    expected: expected === undefined ? t("lookup.unknown") : word(field, expected, names),
  });
}

function fieldRow(field, seen, disagreements, names) {
  return row(
    { "data-test": `order-${field}` },
    h("th", { scope: "row" }, t(`lookup.row.${field}`)),
    SERVICES.map((service) => {
      const differs = disagreements.some(
        (each) => each.service === service && each.field === field,
      );
      return cell(
        nameOf(service),
        {
          class: differs ? "disagrees" : TOLD[service][field] ? null : "not-told",
          "data-test": `${service}-${field}`,
        },
        h(
          "div",
          {},
          said(service, field, seen[service], names),
          differs ? h("span", { class: "mark" }, icon("warning"), t("lookup.cell.disagree")) : null,
        ),
      );
    }),
  );
}

function said(service, field, found, names) {
  const key = TOLD[service][field];
  if (!key) {
    const words = h("span", { class: "visually-hidden" }, t("lookup.not-told"));
    return h("span", { class: "soft" }, h("span", { "aria-hidden": "true" }, "·"), words);
  }
  if (found === undefined) {
    return h("span", { class: "soft" }, t("lookup.silent"));
  }
  if (found === null) {
    return h("span", { class: "soft" }, t("lookup.unknown"));
  }
  if (service === "reward") {
    return key === "entries" ? entries(found) : (found[0]?.customerId ?? t("lookup.empty"));
  }
  return word(field, found[key], names);
}

function entries(found) {
  const sum = found.reduce((total, entry) => total + entry.point, 0);
  const each = found.map((entry) => number(entry.point)).join(", ");
  return found.length > 0
    ? t("lookup.entries", { sum: points(sum), n: found.length, entries: each })
    : t("lookup.empty");
}

function word(field, value, names) {
  if (value === null || value === undefined) {
    return t("lookup.empty");
  }
  switch (field) {
    case "price":
      return won(value);
    case "point":
      return points(value);
    case "item":
      return describe(value, names);
    default:
      return String(value);
  }
}
