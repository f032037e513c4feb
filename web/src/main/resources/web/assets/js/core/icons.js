/** Small pictures beside words; they mean nothing alone and are hidden from screen readers. */

import { svg } from "./dom.js";

const PATHS = {
  check: "M5 12.5l4.5 4.5L19 7.5",
  clock: "M12 7v5l3.5 2M12 3a9 9 0 100 18 9 9 0 000-18z",
  cross: "M6.5 6.5l11 11M17.5 6.5l-11 11",
  warning: "M12 9v4.5M12 17v.01M12 3.5L2.5 20h19L12 3.5z",
  info: "M12 11v5.5M12 7.5v.01M12 3a9 9 0 100 18 9 9 0 000-18z",
  back: "M9 7L4 12l5 5M4.5 12H15a5 5 0 010 10h-3",
  sun: "M12 8a4 4 0 100 8 4 4 0 000-8zM12 2.5V5M12 19v2.5M2.5 12H5M19 12h2.5M5.3 5.3L7 7M17 17l1.7 1.7M5.3 18.7L7 17M17 7l1.7-1.7",
  moon: "M20 14.5A8.5 8.5 0 019.5 4a8.5 8.5 0 1010.500 10.500z",
  arrow: "M9 5.500l6.500 6.500L9 18.500",
  minus: "M6 12h12",
  plus: "M12 6v12M6 12h12",
};

export function icon(name) {
  return svg(
    "svg",
    { class: "icon", viewBox: "0 0 24 24", "aria-hidden": "true", focusable: "false" },
    svg("path", { d: PATHS[name] ?? PATHS.info }),
  );
}
