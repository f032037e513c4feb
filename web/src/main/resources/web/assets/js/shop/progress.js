/**
 * Where an order stands, as a function of its row and its timeline: a title, honest sentences and
 * stations. Nothing here touches the page.
 */

import { cancelled } from "./cancelProgress.js";

/** In the order of their weight: an older state that arrives late is not shown. */
export const STATES = [
  "Ordered",
  "Payed",
  "Shipped",
  "OrderCancelled",
  "PayFailed",
  "PayCancelled",
];

/** From then on something takes longer than usual, and the page says so. */
const SLOW = 5000;

export function weight(status) {
  return STATES.indexOf(status);
}

export function cancellable(status) {
  return status === "Ordered" || status === "Payed" || status === "Shipped";
}

/** What is shown beside the order's name in lists; kinds as in notices. */
export function kindOf(status) {
  return (
    {
      Payed: "wait",
      Shipped: "good",
      OrderCancelled: "warn",
      PayCancelled: "note",
      PayFailed: "bad",
    }[status] ?? "wait"
  );
}

/**
 * @param open that its payment was still open is known from the answer to the order (202)
 * @param now in milliseconds
 * @returns `{kind, name, sentences[], stations[], waiting}`; names and sentences are keys of texts;
 *     `waiting` says that a sentence may change with time alone
 */
export function progress(row, timeline, { open, now }) {
  const order = facts(row, timeline, now);
  if (
    order.has("OrderCancelled") ||
    order.status === "OrderCancelled" ||
    order.status === "PayCancelled"
  ) {
    return cancelled(order);
  }
  return order.status === "PayFailed" ? declined(order) : onItsWay(order, open);
}

function facts(row, timeline, now) {
  const first = (event) => timeline.find((entry) => entry.event === event);
  const last = timeline.at(-1);
  return {
    status: row.status ?? "Ordered",
    free: (row.price ?? 0) === 0,
    point: row.point,
    first,
    has: (event) => first(event) !== undefined,
    at: (event) => first(event)?.at ?? null,
    count: (event) => timeline.filter((entry) => entry.event === event).length,
    slow: last !== undefined && now - Date.parse(last.at) > SLOW,
  };
}

function onItsWay(order, open) {
  const paid = order.has("PayCompleted") || order.status !== "Ordered";
  const shipped = order.status === "Shipped";
  const earned = order.point !== null && order.point !== undefined;
  const stations = [
    { name: "ordered", state: "done", at: order.at("Ordered") },
    { name: "paid", state: paid ? "done" : "now", at: order.at("PayCompleted") },
    { name: "shipped", state: shipped ? "done" : paid ? "now" : "ahead", at: order.at("Shipped") },
    {
      name: "points",
      state: earned ? "done" : paid ? "now" : "ahead",
      at: order.at("RewardCompleted"),
    },
  ];
  const sentences = [];
  if (!paid) {
    sentences.push("progress.Ordered.text");
    if (open || order.slow) {
      sentences.push("progress.Ordered.open");
    }
  } else if (!shipped) {
    sentences.push(order.free ? "progress.Payed.free" : "progress.Payed.text");
    sentences.push(order.slow ? "progress.Payed.slow" : "progress.Payed.soon");
  } else {
    sentences.push("progress.Shipped.text");
  }
  if (paid && !earned && order.slow && !order.free) {
    sentences.push("progress.pointsLater");
  }
  const status = shipped ? "Shipped" : paid ? "Payed" : "Ordered";
  return {
    kind: shipped ? "good" : "wait",
    name: `progress.${status}.title`,
    sentences,
    stations,
    waiting: !earned || !shipped,
  };
}

function declined(order) {
  return {
    kind: "bad",
    name: "progress.PayFailed.title",
    sentences: ["progress.PayFailed.text", "progress.PayFailed.todo"],
    stations: [
      { name: "ordered", state: "done", at: order.at("Ordered") },
      { name: "declined", state: "bad", at: order.at("PayFailed") },
      { name: "neverShipped", state: "off" },
    ],
    waiting: false,
  };
}
