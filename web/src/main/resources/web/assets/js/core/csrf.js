/** The proof that a change comes from the shop's own page: the cookie's value as a header. */

const COOKIE = /(?:^|; )XSRF-TOKEN=([^;]*)/;

export const CSRF_HEADER = "X-XSRF-TOKEN";

export function csrfToken() {
  const [, value] = COOKIE.exec(document.cookie) ?? [];
  return value === undefined ? null : decodeURIComponent(value);
}

/** True when asking for the session has brought another token than the one that was refused. */
export async function newCsrfToken(timeout) {
  const before = csrfToken();
  try {
    await fetch("/session", { cache: "no-store", signal: AbortSignal.timeout(timeout) });
  } catch {
    return false;
  }
  const now = csrfToken();
  return now !== null && now !== before;
}
