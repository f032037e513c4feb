/**
 * Calls of the shop's own API: CSRF header, idempotency key, read tokens, time limit. What is not a
 * success is thrown as a `Problem`.
 */

import { CSRF_HEADER, csrfToken, newCsrfToken } from "./csrf.js";
import { READ_TOKEN, keepReadToken, readTokenFor, readTokenSeen } from "./readTokens.js";

const LONGEST = 20_000;
const UNSAFE = new Set(["POST", "PATCH", "PUT", "DELETE"]);

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
  if (answer.status === 403 && UNSAFE.has(method) && (await newCsrfToken(LONGEST))) {
    return understood(await sent(method, path, options), path);
  }
  return understood(answer, path);
}

export const get = (path, options) => call("GET", path, options);
export const post = (path, body, options) => call("POST", path, { ...options, body });
export const patch = (path, body, options) => call("PATCH", path, { ...options, body });

async function sent(method, path, options) {
  const { body, timeout = LONGEST, signal } = options;
  const limit = AbortSignal.timeout(timeout);
  try {
    const response = await fetch(path, {
      method,
      headers: headersOf(method, path, options),
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

function headersOf(method, path, { body, key, headers }) {
  const all = new Headers({
    Accept: "application/json, application/hal+json, application/problem+json, text/plain",
    ...headers,
  });
  const set = (name, value) => value && all.set(name, value);
  set("Content-Type", body === undefined ? null : "application/json");
  set("Idempotency-Key", key);
  set(READ_TOKEN, method === "GET" ? readTokenFor(path) : null);
  set(CSRF_HEADER, UNSAFE.has(method) ? csrfToken() : null);
  return all;
}

function understood({ status, headers, text }, path) {
  const data = parsed(text, headers);
  keepReadToken(headers.get(READ_TOKEN));
  if (status >= 400) {
    throw new Problem(status, data !== null && typeof data === "object" ? data : {}, headers);
  }
  const stale = headers.get("X-View-Stale") === "true";
  if (!stale) {
    readTokenSeen(path);
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
