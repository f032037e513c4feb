/** What a dealer's act came to, in words. */

import { t } from "../core/i18n.js";
import { sentence } from "../core/problems.js";
import { settle } from "./parcels.js";

/** @returns `{ done, text }`; the row shows the parcel as it is then, and why it is not as wanted */
export async function act(row, process) {
  row.busy(true);
  try {
    const { done, parcel } = await settle(row.id, process);
    row.update(parcel);
    const text = done ? t(`dealer.done.${process}`, { id: row.id }) : overtaken(parcel);
    row.note(done ? "" : text);
    return { done, text };
  } catch (problem) {
    const why = problem.status === 403 ? t("dealer.forbidden") : sentence(problem, "dealer");
    row.note(why);
    return { done: false, text: t("dealer.failed", { id: row.id, why }) };
  } finally {
    row.busy(false);
  }
}

/** Somebody else has changed the parcel since it was shown: a colleague, or its customer. */
function overtaken({ id, process }) {
  const known = ["Shipped", "Returned", "Cancelled", "Returning"].includes(process);
  return known
    ? t(`dealer.faster.${process}`, { id })
    : t("dealer.faster.other", { id, state: t(`dealer.state.${process}`) });
}
