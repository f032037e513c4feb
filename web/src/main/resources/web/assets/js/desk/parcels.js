/** The parcels of the store, and what a dealer does with them. */

import { get, patch } from "../core/api.js";
import { hasRole, session } from "../core/session.js";

export const QUEUES = ["Payed", "Shipped", "Returning", "Returned", "Cancelled"];

/** What a parcel has to be before a dealer can make it so. */
const BEFORE = { Shipped: "Payed", Returned: "Returning" };

const SIZE = 20;
const PATIENCE = { timeout: 5000 };

export async function shipping() {
  const { data } = await get("/storeManages/shipping", PATIENCE);
  return data.shipping;
}

/** @returns `{ parcels, page }`, page as the API has it; what has to be done comes oldest first */
export async function parcels(queue, page) {
  const sort = queue in next ? "id,asc" : "id,desc";
  const { data } = await get(
    `/storeManages?process=${queue}&page=${page}&size=${SIZE}&sort=${sort}`,
    PATIENCE,
  );
  return { parcels: data._embedded.storeManages, page: data.page };
}

export async function count(queue) {
  const { data } = await get(`/storeManages?process=${queue}&size=1`, PATIENCE);
  return data.page.totalElements;
}

export async function parcel(id) {
  return (await get(`/storeManages/${id}`, PATIENCE)).data;
}

/** An operator looks on; a guest may act where the shop admits guests. */
export function mayAct() {
  return hasRole("dealer") || !session.signedIn;
}

/** What a dealer may make of a parcel that waits for them. */
export const next = { Payed: "Shipped", Returning: "Returned" };

/**
 * Ships a parcel or takes it back. The store does it once, whoever asks; looking first tells
 * whether a colleague was faster.
 *
 * @returns `{ done, parcel }`; not done when the parcel was not as expected
 */
export async function settle(id, process) {
  const found = await parcel(id);
  if (found.process !== BEFORE[process]) {
    return { done: false, parcel: found };
  }
  try {
    const { data } = await patch(`/storeManages/${id}`, { process }, PATIENCE);
    return { done: data.process === process, parcel: data };
  } catch (problem) {
    if (problem.status !== 409) {
      throw problem;
    }
    return { done: false, parcel: await parcel(id) };
  }
}
