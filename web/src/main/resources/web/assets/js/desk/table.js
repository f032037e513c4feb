/**
 * A desk's table: in a frame that can be moved with the keyboard, and where it is narrow each row is
 * a card. The roles say once more what the elements are, as some browsers forget it then.
 */

import { h } from "../core/dom.js";

/**
 * @param name distinguishes the table on its page
 * @param columns their headings
 * @param body a `tbody`, or rows
 */
export function table({ name, caption, columns, body, attributes = {} }) {
  const id = `${name}-caption`;
  const rows = body instanceof Element ? body : h("tbody", {}, body);
  rows.setAttribute("role", "rowgroup");
  return h(
    "div",
    { class: "table-frame", tabindex: 0, role: "region", "aria-labelledby": id },
    h(
      "table",
      { class: "table stacked", role: "table", ...attributes },
      h("caption", { id }, caption),
      h(
        "thead",
        { role: "rowgroup" },
        row(
          {},
          columns.map((column) => h("th", { scope: "col" }, column)),
        ),
      ),
      rows,
    ),
  );
}

export function row(attributes, ...cells) {
  const made = h("tr", { role: "row", ...attributes }, cells);
  for (const each of made.cells) {
    each.setAttribute(
      "role",
      each.tagName === "TD" ? "cell" : each.scope === "col" ? "columnheader" : "rowheader",
    );
  }
  return made;
}

/** @param column its heading, which it shows beside itself where the table is narrow */
export function cell(column, attributes, ...children) {
  return h("td", { "data-label": column, ...attributes }, children);
}
