/** Light or dark: as the system prefers, until somebody chooses. */

import { h, put } from "./dom.js";
import { t } from "./i18n.js";
import { icon } from "./icons.js";

export function themeButton() {
  const face = () => [icon(isDark() ? "sun" : "moon")];
  const name = () => t(isDark() ? "theme.light" : "theme.dark");
  const button = h(
    "button",
    {
      type: "button",
      class: "tool square",
      "aria-label": name(),
      "data-test": "theme",
      onclick: () => {
        const next = isDark() ? "light" : "dark";
        document.documentElement.dataset.theme = next;
        try {
          localStorage.setItem("phoneseller.theme", next);
        } catch {
          // The choice then lasts as long as the page.
        }
        button.setAttribute("aria-label", name());
        put(button, face());
      },
    },
    face(),
  );
  return button;
}

function isDark() {
  const chosen = document.documentElement.dataset.theme;
  return chosen ? chosen === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
}
