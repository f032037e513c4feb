/**
 * Calls of the shop's own API: CSRF header, idempotency key, read tokens, time limit. What is not a
 * success is thrown as a `Problem`.
 */

import { tab } from "./store.js";

const LONGEST = 20_000;
const UNSAFE = new Set(["POST", "PATCH", "PUT", "DELETE"]);
const READ_TOKEN = "X-Read-Token";

/** A refusal, or no answer at all (status 0). */
export class Problem extends Error {
  constructor(status, document = {}, headers = new Headers(), cause = undefined) {
    super(document.detail ?? document.title ?? `status ${status}`, { cause });
    this.name = "Problem";
    this.status = status;
    this.document = document;
    this.field = document.field ?? null;
    this.state = document.state ?? null;
    this.allowed = document.allowed ?? [];
    this.correlationId = document.correlationId ?? headers.get("X-Correlation-Id");
    this.location = headers.get("Location");
    this.stale = headers.get("X-View-Stale") === "true";
    const seconds = Number.parseInt(headers.get("Retry-After") ?? "", 10);
    this.retryAfter = Number.isFinite(seconds) ? Math.max(1, seconds) : null;
  }

  /** The shop says that it did nothing: the same request may succeed later. */
  get refused() {
    return this.status === 503 || this.status === 429;
  }

  /** Nobody knows whether a change was made. */
  get unknown() {
    return this.status === 0 || this.status === 500 || this.status === 502 || this.status === 504;
  }
}

/**
 * @param options `body` (sent as JSON), `key` (Idempotency-Key), `headers`, `timeout` in ms, `signal`
 * @returns `{ status, data, headers, stale }`; data is the parsed JSON, or the text
 */
export async function call(method, path, options = {}) {
  const answer = await sent(method, path, options);
  if (answer.status === 403 && UNSAFE.has(method) && (await newCsrfToken())) {
    return understood(await sent(method, path, options), path);
  }
  return understood(answer, path);
}

export const get = (path, options) => call("GET", path, options);
export const post = (path, body, options) => call("POST", path, { ...options, body });
export const patch = (path, body, options) => call("PATCH", path, { ...options, body });

/** The read token of an order's newest change by this tab, for reading it at once. */
export function readToken(order) {
  return tab.get(`read.${order}`);
}

export function forgetReadTokens() {
  tab.names("read.").forEach((name) => tab.remove(name));
}

async function sent(method, path, { body, key, headers = {}, timeout = LONGEST, signal }) {
  const all = new Headers({
    Accept: "application/json, application/hal+json, application/problem+json, text/plain",
    ...headers,
  });
  if (body !== undefined) {
    all.set("Content-Type", "application/json");
  }
  if (key) {
    all.set("Idempotency-Key", key);
  }
  const token = method === "GET" ? tokenFor(path) : null;
  if (token) {
    all.set(READ_TOKEN, token);
  }
  const csrf = cookie("XSRF-TOKEN");
  if (UNSAFE.has(method) && csrf) {
    all.set("X-XSRF-TOKEN", csrf);
  }
  const limit = AbortSignal.timeout(timeout);
  try {
    const response = await fetch(path, {
      method,
      headers: all,
      body: body === undefined ? undefined : JSON.stringify(body),
      cache: "no-store",
      credentials: "same-origin",
      signal: signal ? AbortSignal.any([limit, signal]) : limit,
    });
    return { status: response.status, headers: response.headers, text: await response.text() };
  } catch (cause) {
    if (signal?.aborted) {
      throw cause;
    }
    throw new Problem(0, {}, new Headers(), cause);
  }
}

function understood({ status, headers, text }, path) {
  const data = parsed(text, headers);
  if (status >= 400 || status === 0) {
    const problem = new Problem(
      status,
      data !== null && typeof data === "object" ? data : {},
      headers,
    );
    keepToken(headers.get(READ_TOKEN));
    throw problem;
  }
  keepToken(headers.get(READ_TOKEN));
  const stale = headers.get("X-View-Stale") === "true";
  if (!stale) {
    tokenSeen(path);
  }
  return { status, data, headers, stale };
}

function parsed(text, headers) {
  if (!/json/.test(headers.get("Content-Type") ?? "")) {
    return text;
  }
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function keepToken(token) {
  const [, order] = /^(\d+)\.\w+$/.exec(token ?? "") ?? [];
  if (order) {
    tab.set(`read.${order}`, token);
    tab.set("read.latest", token);
  }
}

/** A question about one order shows that order's token; one about many, the newest. */
function tokenFor(path) {
  const name = tokenName(path);
  return name ? tab.get(name) : null;
}

function tokenSeen(path) {
  const name = tokenName(path);
  if (name) {
    tab.remove(name);
  }
}

function tokenName(path) {
  const [, order] = /^\/customers\/(\d+)/.exec(path) ?? [];
  return order ? `read.${order}` : path.startsWith("/customers") ? "read.latest" : null;
}

/** True when asking for the session has brought another token than the one that was refused. */
async function newCsrfToken() {
  const before = cookie("XSRF-TOKEN");
  try {
    await fetch("/session", { cache: "no-store", signal: AbortSignal.timeout(LONGEST) });
  } catch {
    return false;
  }
  const now = cookie("XSRF-TOKEN");
  return now !== null && now !== before;
}

function cookie(name) {
  const [, value] = new RegExp(`(?:^|; )${name}=([^;]*)`).exec(document.cookie) ?? [];
  return value === undefined ? null : decodeURIComponent(value);
}
