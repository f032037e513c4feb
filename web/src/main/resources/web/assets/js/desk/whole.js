/** One order as each service has it. */

import { ask } from "./operations.js";

/**
 * @returns `{ seen, faults, timeline }`: seen by service (view is customer's row) as `agreement.js`
 *     wants it, faults of those that did not answer
 */
export async function wholeOrder(id) {
  const [app, pay, store, reward, view, timeline] = await Promise.all([
    ask(`/orders/${id}`),
    ask(`/payments/search/findByOrderId?orderId=${id}`),
    ask(`/storeManages/search/findByOrderId?orderId=${id}`),
    ask(`/rewards/search/findByOrderId?orderId=${id}`),
    ask(`/customers/${id}`),
    ask(`/customers/${id}/timeline`),
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
  keep("view", view);
  return { seen, faults, timeline: timeline.data ?? [] };
}

/** The orders that the work with this correlation id has touched. */
export async function correlated(id) {
  const answer = await ask(
    `/customers/search/findByCorrelationId?correlationId=${encodeURIComponent(id)}`,
  );
  return { ...answer, orders: answer.data?._embedded.customers.map((row) => row.orderId) ?? [] };
}

/** Whether anybody who answered knows the order. */
export function isKnown({ seen }) {
  return Object.values(seen).some((row) => (Array.isArray(row) ? row.length > 0 : row !== null));
}
