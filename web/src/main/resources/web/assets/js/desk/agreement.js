/**
 * Where the services disagree about one order. Events are on their way for moments, so what
 * disagrees now may agree at the next look; what goes on disagreeing wants a person.
 */

const UNDONE = ["Cancelled", "Returning", "Returned"];

/** What pay and store say when they have heard all that app has; undefined: they know nothing. */
const SETTLED = {
  Ordered: { pay: [undefined, "Ordered"], store: [undefined] },
  Payed: { pay: ["Payed"], store: ["Payed"] },
  Shipped: { pay: ["Payed"], store: ["Shipped"] },
  OrderCancelled: { pay: [undefined, "Ordered", "Payed", "OrderCancelled"], store: UNDONE },
  PayCancelled: { pay: ["PayCancelled"], store: UNDONE },
  PayFailed: { pay: ["PayFailed"], store: [undefined, "Cancelled"] },
};

/**
 * @param seen what each service that answered has: app, pay, store and view a row or null; reward
 *     a list of entries. A service that did not answer is absent and is not judged.
 * @returns disagreements `{ service, field, says, against, expected }`: against names the other
 *     service; undefined is what a service says that does not know the order
 */
export function disagreements({ app, pay, store, reward, view }) {
  if (app === undefined) {
    return [];
  }
  if (app === null) {
    const others = { pay: pay?.process, store: store?.process, view: view?.status };
    return Object.entries(others)
      .filter(([, says]) => says !== undefined)
      .map(([service, says]) => ({
        service,
        field: "status",
        says,
        against: "app",
        expected: undefined,
      }));
  }
  return [
    ...ofView(app, view),
    ...ofState(app, { pay, store }),
    ...ofGoods(app, pay, store),
    ...ofPoints(app, reward),
  ];
}

/** customer copies: whatever it shows otherwise is late or wrong. */
function ofView(app, view) {
  if (view === undefined) {
    return [];
  }
  if (view === null) {
    return [differs("view", "status", undefined, app.status)];
  }
  return ["status", "item", "qty", "price", "point", "customerId"]
    .filter((field) => (app[field] ?? null) !== (view[field] ?? null))
    .map((field) => differs("view", field, view[field], app[field]));
}

function ofState(app, rows) {
  const settled = SETTLED[app.status] ?? {};
  return Object.keys(settled)
    .filter((service) => rows[service] !== undefined)
    .filter((service) => !settled[service].includes(rows[service]?.process))
    .map((service) => differs(service, "status", rows[service]?.process, app.status));
}

function ofGoods(app, pay, store) {
  const found = [];
  if (pay && pay.process !== "PayCancelled" && pay.price !== (app.price ?? 0)) {
    found.push(differs("pay", "price", pay.price, app.price));
  }
  if (store?.item && store.item !== app.item) {
    found.push(differs("store", "item", store.item, app.item));
  }
  return found;
}

/** The ledger's sum is the order's points; what was granted is a tenth of the price. */
function ofPoints(app, entries) {
  if (!entries) {
    return [];
  }
  const sum = entries.reduce((total, entry) => total + entry.point, 0);
  if (sum !== (app.point ?? 0)) {
    return [differs("reward", "point", sum, app.point)];
  }
  const granted = entries.find((entry) => entry.process === "Payed");
  const earned = Math.floor((app.price ?? 0) / 10);
  return granted && granted.point !== earned
    ? [differs("reward", "point", granted.point, earned)]
    : [];
}

function differs(service, field, says, expected) {
  return { service, field, says, against: "app", expected };
}
