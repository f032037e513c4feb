/** Who is looking: a guest, or a person with roles. */

import { get, post } from "./api.js";
import { tab } from "./store.js";

const STRANGER = { signedIn: false, guests: true, login: false, roles: [], name: null };

async function asked() {
  try {
    const { data } = await get("/session", { timeout: 8000 });
    return { ...STRANGER, ...data };
  } catch {
    // Without an answer the page shows what a guest may see; the services decide in any case.
    return STRANGER;
  }
}

export const session = await asked();

export function hasRole(role) {
  return session.signedIn && session.roles.includes(role);
}

/** Whose orders "my orders" are. */
export function customerId() {
  return session.signedIn ? session.name : "guest";
}

/** Nobody is signed in, and guests may not do it. */
export function mustSignIn() {
  return !session.signedIn && !session.guests;
}

export function mayOrder() {
  return session.signedIn ? session.roles.includes("customer") : session.guests;
}

/** The way to sign in and come back to where one was. */
export function signInAddress(to = location.pathname + location.search) {
  return `/session/login?to=${encodeURIComponent(to)}`;
}

export async function signOut() {
  const { data } = await post("/session/logout", {});
  tab.names("").forEach((name) => tab.remove(name));
  location.assign(typeof data?.to === "string" ? data.to : "/");
}
