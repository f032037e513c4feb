/** Where the cancel of an order stands: points taken back, refund, return. */

/** @param order facts as `progress.js` makes them */
export function cancelled(order) {
  const refunded = order.status === "PayCancelled";
  const refused = !refunded && order.has("RewardCancelled") && order.count("PayCompleted") > 1;
  const charged = order.has("PayCompleted");
  const taken = order.has("RewardCancelled");
  const shipped = order.has("Shipped");
  const stations = [
    { name: "ordered", state: "done", at: order.at("Ordered") },
    {
      name: "cancelled",
      state: "done",
      at: order.at("OrderCancelled") ?? order.at("PayCancelled"),
    },
    pointsBack(order, taken, refunded, refused),
    refund(order, refunded, refused, charged),
    shipped
      ? { name: "returning", state: "back", at: null }
      : { name: "neverShipped", state: refunded ? "off" : "ahead" },
  ];
  if (refused) {
    return {
      kind: "bad",
      name: "progress.refundRefused.title",
      stations,
      waiting: false,
      sentences: ["progress.refundRefused.text"],
    };
  }
  const sentences = [refunded ? undone(order, charged) : beingUndone(order, charged, taken)];
  if (shipped) {
    sentences.push("progress.returning");
  }
  const name = `progress.${refunded ? "PayCancelled" : "OrderCancelled"}.title`;
  return { kind: refunded ? "good" : "wait", name, sentences, stations, waiting: !refunded };
}

function undone(order, charged) {
  if (!charged) {
    return "progress.PayCancelled.neverCharged";
  }
  return order.free ? "progress.PayCancelled.free" : "progress.PayCancelled.text";
}

/** What a cancel waits for, when it takes longer. */
function beingUndone(order, charged, taken) {
  if (!order.slow) {
    return "progress.OrderCancelled.text";
  }
  if (!charged) {
    return "progress.OrderCancelled.paymentOpen";
  }
  return taken ? "progress.OrderCancelled.refundOpen" : "progress.OrderCancelled.pointsOpen";
}

function pointsBack(order, taken, refunded, refused) {
  if (refused) {
    return { name: "pointsKept", state: "done", at: order.at("RewardCancelled") };
  }
  if (taken) {
    return { name: "pointsBack", state: "done", at: order.at("RewardCancelled") };
  }
  return refunded ? { name: "noPoints", state: "off" } : { name: "pointsBack", state: "now" };
}

function refund(order, refunded, refused, charged) {
  if (refused) {
    return { name: "refundRefused", state: "bad" };
  }
  if (refunded) {
    return charged
      ? { name: "refunded", state: "done", at: order.at("PayCancelled") }
      : { name: "notCharged", state: "off", at: order.at("PayCancelled") };
  }
  return { name: "refunded", state: order.has("RewardCancelled") ? "now" : "ahead" };
}
