/** Who may see a desk; everybody else is told so. The services decide again at every request. */

import { h } from "../core/dom.js";
import { t } from "../core/i18n.js";
import { link, notice } from "../core/notice.js";
import { hasRole, session, signInAddress } from "../core/session.js";

/**
 * @param guests whether somebody who has not signed in may try, where the shop admits guests
 * @returns the refusal to show, or null
 */
export function refusal(desk, roles, guests) {
  if (roles.some(hasRole) || (guests && !session.signedIn && session.guests)) {
    return null;
  }
  return refused(desk);
}

/** What somebody reads to whom a desk is closed. */
export function refused(desk) {
  const way = session.login
    ? link(t("nav.signIn"), signInAddress(), {
        class: "button primary",
        "data-test": "refused-sign-in",
      })
    : h("p", {}, t("signIn.away"));
  const signedIn = session.signedIn ? t("signIn.wrongRole") : t(`${desk}.refused.signin`);
  return notice("bad", t(`${desk}.refused`), [signedIn], session.signedIn ? [] : [way], {
    "data-test": "refused",
  });
}
