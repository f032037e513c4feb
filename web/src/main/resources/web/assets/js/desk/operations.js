/** What the operator asks the services, each by itself: one that is silent spoils no other's answer. */

import { call, get, post } from "../core/api.js";

/** All of them; those that read events can have dead letters. */
export const SERVICES = ["app", "pay", "store", "reward", "customer", "gateway"];
export const CONSUMERS = SERVICES.filter((service) => service !== "gateway");

const PATIENCE = 4000;

/**
 * @returns `{ data }`, or `{ fault, problem }` with fault silent, forbidden, unknown (404), ill (an
 *     answer that says the service is not well) or refused
 */
export async function ask(path) {
  try {
    return { data: (await get(path, { timeout: PATIENCE })).data };
  } catch (problem) {
    return { fault: faultOf(problem), problem };
  }
}

export const operation = (service, endpoint) => ask(`/operations/${service}/${endpoint}`);

/** A change, with its reason; it throws what the services refuse. */
export const change = (service, endpoint, body, why) =>
  post(`/operations/${service}/${endpoint}`, body, { headers: reason(why) });

export const undo = (service, endpoint, why) =>
  call("DELETE", `/operations/${service}/${endpoint}`, { headers: reason(why) });

/** A header carries nothing but ASCII: other scripts are written as RFC 8187 has it. */
function reason(why) {
  return { "X-Reason": /^[\x20-\x7e]*$/.test(why) ? why : `UTF-8''${encodeURIComponent(why)}` };
}

function faultOf(problem) {
  if (problem.status === 401 || problem.status === 403) {
    return "forbidden";
  }
  if (problem.status === 404) {
    return "unknown";
  }
  if (problem.document.components) {
    return "ill";
  }
  if (problem.status === 429) {
    return "refused";
  }
  return "silent";
}
