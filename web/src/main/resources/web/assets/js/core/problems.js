/** What went wrong, in an honest sentence. */

import { Problem } from "./api.js";
import { has, t } from "./i18n.js";

/** The sentence for a problem; `place` may have one of its own, as in `order.404`. */
export function sentence(problem, place = "problem") {
  if (!(problem instanceof Problem)) {
    return t("problem.page");
  }
  const values = { id: problem.correlationId ?? "-", n: problem.retryAfter ?? 5 };
  const field = problem.field ? `.${problem.field}` : "";
  const keys = [
    `${place}.${problem.status}${field}`,
    `${place}.${problem.status}`,
    `problem.${problem.status}${field}`,
    `problem.${problem.status}`,
  ];
  if (problem.status === 0) {
    keys.unshift(
      navigator.onLine ? `${place}.noAnswer` : `${place}.offline`,
      navigator.onLine ? "problem.noAnswer" : "problem.offline",
    );
  }
  const key = keys.find(has) ?? "problem.other";
  return t(key, values);
}
