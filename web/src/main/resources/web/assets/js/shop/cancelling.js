/** The cancel button: asks once more, then sees to it that the shop has taken the cancel. */

import { announce } from "../core/announce.js";
import { Problem, patch } from "../core/api.js";
import { confirmation } from "../core/dialog.js";
import { h, put } from "../core/dom.js";
import { t } from "../core/i18n.js";
import { button, notice } from "../core/notice.js";
import { sentence } from "../core/problems.js";

/** @param cancelled told the order's row as the shop answers it */
export function cancelling(id, cancelled) {
  const place = h("div", {});
  const ask = button(t("cancel.button"), asked, {
    class: "button danger",
    "data-test": "cancel-button",
  });
  const element = h("div", { class: "stack", hidden: true }, h("div", {}, ask), place);
  let shipped = false;
  let wanted = false;
  let timer = null;

  async function asked() {
    const yes = await confirmation({
      title: t("cancel.title"),
      text: [t("cancel.text"), t(shipped ? "cancel.shipped" : "cancel.notShipped")],
      yes: t("cancel.yes"),
      no: t("cancel.no"),
      danger: true,
    });
    if (yes) {
      wanted = true;
      send();
    }
  }

  /** Cancelling again changes nothing, so it is repeated until there is an answer. */
  async function send() {
    clearTimeout(timer);
    if (!wanted) {
      return;
    }
    ask.disabled = true;
    announce(t("cancel.sending"));
    try {
      const { data } = await patch(`/orders/${id}`, { status: "cancel" });
      wanted = false;
      put(place);
      cancelled(data);
    } catch (problem) {
      failed(problem);
    }
  }

  function failed(problem) {
    if (!(problem instanceof Problem)) {
      throw problem;
    }
    if (problem.refused || problem.unknown) {
      const seconds = problem.retryAfter ?? 3;
      put(
        place,
        notice("wait", t("cancel.again"), [sentence(problem, "cancel"), t("cancel.againWhy")], [], {
          role: "status",
        }),
      );
      timer = setTimeout(send, seconds * 1000);
      return;
    }
    wanted = false;
    ask.disabled = false;
    put(
      place,
      notice("bad", t("cancel.failed"), sentence(problem, "cancel"), [], { role: "alert" }),
    );
  }

  addEventListener("online", send);
  return {
    element,
    show(possible, isShipped) {
      shipped = isShipped;
      element.hidden = !possible && !wanted;
      ask.disabled = wanted;
    },
  };
}
