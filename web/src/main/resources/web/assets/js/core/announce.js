/** Tells people who listen rather than look. */

import { say } from "./dom.js";

/** Politely: after what is being read at the moment. */
export function announce(text) {
  say(document.getElementById("live"), text);
}
