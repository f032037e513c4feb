/**
 * Reading one's own changes: the newest step that an answer of the shop tells of is shown to the
 * read side, which waits a little for it. Once it has been seen there it is forgotten.
 */

import { tab } from "./store.js";

export const READ_TOKEN = "X-Read-Token";

/** @param token such as `17.Ordered`, or null */
export function keepReadToken(token) {
  const [, order] = /^(\d+)\.\w+$/.exec(token ?? "") ?? [];
  if (order) {
    tab.set(`read.${order}`, token);
    tab.set("read.latest", token);
  }
}

/** A question about one order shows that order's token; one about many, the newest. */
export function readTokenFor(path) {
  const name = nameFor(path);
  return name ? tab.get(name) : null;
}

export function readTokenSeen(path) {
  const name = nameFor(path);
  if (name) {
    tab.remove(name);
  }
}

function nameFor(path) {
  const [, order] = /^\/customers\/(\d+)/.exec(path) ?? [];
  return order ? `read.${order}` : path.startsWith("/customers") ? "read.latest" : null;
}
