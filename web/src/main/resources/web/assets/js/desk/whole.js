/** One order as each service has it. */

import { ask } from "./operations.js";

/**
 * @returns `{ seen, faults, timeline }`: seen by service (view is customer's row) as `agreement.js`
 *     wants it, faults of those that did not answer
 */
export async function wholeOrder(id) {
  const search = (list) => ask(`/${list}/search/findByOrderId?orderId=${id}`);
  const [app, pay, store, reward, view] = await Promise.all([
    ask(`/orders/${id}`),
    search("payments"),
    search("storeManages"),
    search("rewards"),
    search("customers"),
  ]);
  const seen = {};
  const faults = {};
  const keep = (service, { data, fault }, read = (row) => row) => {
    if (data || fault === "unknown") {
      seen[service] = data ? read(data) : null;
    } else {
      faults[service] = fault;
    }
  };
  keep("app", app);
  keep("pay", pay);
  keep("store", store, (list) => list._embedded.storeManages[0] ?? null);
  keep("reward", reward, (list) => list._embedded.rewards);
  keep("view", view, (list) => list._embedded.customers[0] ?? null);
  const timeline = seen.view ? ((await ask(`/customers/${id}/timeline`)).data ?? []) : [];
  return { seen, faults, timeline };
}

/** What the shop takes as a correlation id; nothing else ever was one. */
const CORRELATION = /^[A-Za-z0-9._-]{1,64}$/;

/** The orders that the work with this correlation id has touched. */
export async function correlated(id) {
  if (!CORRELATION.test(id)) {
    return { orders: [] };
  }
  const answer = await ask(
    `/customers/search/findByCorrelationId?correlationId=${encodeURIComponent(id)}`,
  );
  return { ...answer, orders: answer.data?._embedded.customers.map((row) => row.orderId) ?? [] };
}

/** Whether anybody who answered knows the order. */
export function isKnown({ seen }) {
  return Object.values(seen).some((row) => (Array.isArray(row) ? row.length > 0 : row !== null));
}
