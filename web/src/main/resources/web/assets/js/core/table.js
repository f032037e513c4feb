/**
 * A table that turns its rows into blocks on a small screen. The roles say once more what the
 * elements are, as browsers forget it when a row is laid out otherwise.
 */

import { h } from "./dom.js";

/**
 * @param columns `[{name, right}]`; the first one heads its row
 * @param rows `[{attributes, cells}]`
 */
export function table({ caption, columns, rows, attributes = {} }) {
  const side = ({ right }) => (right ? "right number" : null);
  return h(
    "div",
    { class: "table-frame" },
    h(
      "table",
      { class: "table cards", role: "table", ...attributes },
      h("caption", {}, caption),
      h(
        "thead",
        { role: "rowgroup" },
        h(
          "tr",
          { role: "row" },
          columns.map((column) =>
            h(
              "th",
              { scope: "col", role: "columnheader", class: column.right ? "right" : null },
              column.name,
            ),
          ),
        ),
      ),
      h(
        "tbody",
        { role: "rowgroup" },
        rows.map(({ attributes: own = {}, cells }) =>
          h(
            "tr",
            { role: "row", ...own },
            cells.map((cell, at) =>
              at === 0
                ? h("th", { scope: "row", role: "rowheader" }, cell)
                : h(
                    "td",
                    { role: "cell", class: side(columns[at]), "data-name": columns[at].name },
                    cell,
                  ),
            ),
          ),
        ),
      ),
    ),
  );
}
